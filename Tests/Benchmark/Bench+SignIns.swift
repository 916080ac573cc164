import Foundation

/// Signing in, which is slow on purpose: what others notice of it, and whether its time tells who has an account.
extension Bench {
    /// A hundred people whose passwords are being checked all the time, and beside them thirty-two who look at their dashboards.
    func addSignIns(_ prepared: Prepared, _ server: PortalProcess, _ wrk: Wrk, to report: inout Report) throws {
        Progress.say("100 sign-ins at once")
        let pages = prepared.groups[1].members.map { Wrk.Ask(address: "/dashboard", cookie: "session=\($0.token.text)") }
        func look() throws -> Wrk.Answers { try wrk.ask(pages, connections: 32, seconds: 4) }
        _ = try look()
        var (alone, beside): ([Double], [Double]) = ([], [])
        var (answered, seconds) = (0, 0.0)
        for _ in 0..<3 {
            alone.append(try look().p99)
            let rush = try wrk.begin(prepared.strangers.signIns, connections: 100, seconds: 6, name: "rush")
            usleep(1_000_000)
            beside.append(try look().p99)
            let answers = try rush.answers()
            try server.rest(workplace)
            guard answers.refused == 0 else {
                throw BenchError.failed("\(answers.refused) of \(answers.requests) sign-ins were refused")
            }
            answered += answers.requests
            seconds += Double(answers.requests) / answers.perSecond
        }
        let (usual, crowded) = (Self.median(alone), Self.median(beside))
        report.add(
            "100 sign-ins at once, answered/s", Report.number(Double(answered) / seconds), comparedTo: "\(answered), none refused"
        )
        report.add(
            "  dashboards' p99 of 32 clients meanwhile", Report.milliseconds(crowded),
            comparedTo: "\(Report.milliseconds(usual)) without them",
            ratio: Report.times(crowded / usual), aim: Report.aim("≤ 3 ×", crowded <= 3 * usual))
    }

    /// One after the other, known and unknown in turns, so that whatever else the machine does meanwhile slows both.
    func addEnumeration(_ strangers: Strangers, _ wrk: Wrk, to report: inout Report) throws {
        for (what, asks, isRefused) in [
            ("Wrong password", strangers.wrong, true), ("Forgotten password", strangers.forgotten, false),
        ] {
            Progress.say("\(what.lowercased()), of known and of unknown people")
            var (known, unknown): ([Double], [Double]) = ([], [])
            for turn in 0...Swift.max(settings.turns, 5) {
                let pair = try [asks.known, asks.unknown].enumerated().map { half, asks in
                    // Each account is tried a few times at most, or it would be locked; each turn comes from other people's
                    // addresses, or they would be told that it is enough.
                    let turnAsks = asks.rotated(by: turn * 30).enumerated().map { place, ask in
                        var ask = ask
                        ask.client = "10.\(2 * turn + half).\(place / 250).\(1 + place % 250)"
                        return ask
                    }
                    return try wrk.ask(turnAsks, connections: 1, seconds: 1, isRefused: isRefused).median
                }
                guard turn > 0 else { continue }  // the first one warms up
                known.append(pair[0])
                unknown.append(pair[1])
            }
            let (here, nowhere) = (Self.median(known), Self.median(unknown))
            report.add(
                "\(what), known, median", Report.milliseconds(here), comparedTo: "\(Report.milliseconds(nowhere)) unknown",
                ratio: Report.times(here / nowhere), aim: Report.aim("within 10 %", abs(here / nowhere - 1) <= 0.1))
        }
    }
}

extension Array {
    /// Begins at another place and goes round.
    fileprivate func rotated(by places: Int) -> [Element] {
        let start = places % Swift.max(1, count)
        return Array(self[start...] + self[..<start])
    }
}
