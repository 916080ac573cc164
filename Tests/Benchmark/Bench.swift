import Foundation
import Permitting
import Storage

/// The benchmark: what the shipped program does in a second on this machine, each figure beside the one that says what could
/// be had at all. Everything comes from one run: the records are imported by the program, companies are signed in, the program
/// serves them in a process of its own, and the same statements are stepped bare for the floor. It listens and speaks on
/// 127.0.0.1 only, makes everything in a folder of its own, and leaves nothing behind.
struct Bench {
    let settings: Settings
    let workplace: Workplace

    func run() throws {
        let began = ContinuousClock.now
        var report = Report(title: "Permit Portal on \(settings.cores) cores")
        let data = workplace.file("data")
        if let records = settings.records {
            try FileManager.default.copyItem(atPath: records, toPath: data)
        } else {
            try addImport(to: data, &report)
        }
        let prepared = try Prepared(settings, workplace, data: data, now: Instant(Int(Date().timeIntervalSince1970)))
        let server = try PortalProcess(settings, data: data, workplace)
        let wrk = Wrk(port: server.port, workplace: workplace)
        func isWanted(_ part: Settings.Part) -> Bool { settings.only == nil || settings.only == part }
        if isWanted(.dashboards) {
            for group in prepared.groups { try addDashboards(group, prepared, server, wrk, to: &report) }
        }
        if isWanted(.searches) { try addSearches(prepared.terms, wrk, to: &report) }
        if isWanted(.small) { try addSmallAnswers(prepared, wrk, to: &report) }
        if isWanted(.accounts) {
            try addSignIns(prepared, server, wrk, to: &report)
            try addEnumeration(prepared.strangers, wrk, to: &report)
        }
        let memory = try server.ownMemory()
        report.add("Memory after all that", Report.megabytes(memory), aim: Report.aim("< 100 MB", memory < 100_000_000))
        try server.stop()
        print(report.text)
        Progress.say("took \(Int((ContinuousClock.now - began) / .seconds(1))) s")
    }

    private func addImport(to data: String, _ report: inout Report) throws {
        let file = try PermitFile(settings, workplace)
        let race = try ImportRace(file, data: data, settings, workplace)
        report.title += ", with \(Report.number(Double(race.rows))) permits (\(file.title))"
        let ratio = race.seconds / race.plainSeconds
        report.add(
            "Import, rows/s", Report.number(Double(race.rows) / race.seconds),
            comparedTo: "\(Report.number(Double(race.rows) / race.plainSeconds)) by sqlite3's .import into a plain table",
            ratio: Report.times(ratio), aim: Report.aim("≤ 3 × its time", ratio <= 3))
    }

    /// Program and floor take turns, a second each, so that whatever else the machine does meanwhile slows both. The server is
    /// up but idle while the floor is measured.
    private func addDashboards(
        _ group: Prepared.Group, _ prepared: Prepared, _ server: PortalProcess, _ wrk: Wrk, to report: inout Report
    ) throws {
        Progress.say("dashboards of \(group.title)")
        let asks = group.members.map { Wrk.Ask(address: "/dashboard", cookie: "session=\($0.token.text)") }
        var rates: [Double] = []
        var floors: [Double] = []
        var (times, floorTimes): ([Double], [Double]) = ([], [])
        var (medians, tails): ([Double], [Double]) = ([], [])
        for turn in 0...settings.turns {
            let before = try server.processorTime()
            let answers = try wrk.ask(asks, connections: 32, seconds: 2)
            let used = try server.processorTime() - before
            guard answers.averageBytes > group.dashboards.averageBytes else {
                throw BenchError.failed("the answers are too short to be dashboards: \(answers.averageBytes) bytes")
            }
            let floor = try prepared.floor.rate(group.dashboards.runs, seconds: 1)
            guard turn > 0 else { continue }  // the first one warms up
            rates.append(answers.perSecond)
            floors.append(floor.perSecond)
            times.append(used / Double(answers.requests))
            floorTimes.append(floor.processorTime)
            medians.append(answers.median)
            tails.append(answers.p99)
        }
        let (rate, floor) = (Self.median(rates), Self.median(floors))
        report.add(
            "Dashboards/s, \(group.title)", Report.number(rate),
            comparedTo: "\(Report.number(floor)) by their SQL alone, bare",
            ratio: Report.percent(rate / floor), aim: Report.aim("≥ 50 %", rate >= floor / 2))
        let (time, floorTime) = (Self.median(times), Self.median(floorTimes))
        report.add(
            "  processor time for each", Report.microseconds(time),
            comparedTo: "\(Report.microseconds(floorTime)) for their SQL alone", ratio: Report.times(time / floorTime))
        report.add(
            "  p99 of 32 clients", Report.milliseconds(Self.median(tails)),
            comparedTo: "\(Report.milliseconds(Self.median(medians))) median")
        report.add(
            "  without server, one core", Report.number(group.pagesPerSecond),
            comparedTo: "\(Report.number(1 / floorTime)) by their SQL alone",
            ratio: Report.percent(group.pagesPerSecond * floorTime))
        report.add(
            "  templates and rows alone, one core", Report.number(group.renderingsPerSecond),
            comparedTo: "\(Report.number(Double(group.dashboards.averageBytes))) bytes a page")
    }

    static func median(_ figures: [Double]) -> Double {
        let sorted = figures.sorted()
        return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    }

    private func addSearches(_ terms: SearchTerms, _ wrk: Wrk, to report: inout Report) throws {
        for (name, terms) in terms.kinds {
            Progress.say("searching for \(name)")
            let asks = terms.map { Wrk.Ask(address: SearchTerms.address($0)) }
            _ = try wrk.ask(asks, connections: 1, seconds: 1)
            for clients in [1, 4] {
                let answers = try wrk.ask(asks, connections: clients, seconds: 2)
                report.add(
                    clients == 1 ? "Search for \(name), p99" : "  of 4 clients, p99", Report.milliseconds(answers.p99),
                    comparedTo: "\(Report.milliseconds(answers.median)) median", aim: Report.aim("< 25 ms", answers.p99 < 25))
            }
        }
    }

    private func addSmallAnswers(_ prepared: Prepared, _ wrk: Wrk, to report: inout Report) throws {
        Progress.say("small answers, in turns with nginx")
        guard let address = prepared.groups.first?.dashboards.styleSheet else {
            throw BenchError.failed("dashboards name no style sheet")
        }
        let answers = try SmallAnswers(styleSheet: address, portal: wrk, turns: settings.turns, workplace)
        for (what, rates) in [("/healthz", answers.health), ("Style sheet", answers.styleSheet)] {
            let ratio = rates.portal / rates.nginx
            report.add(
                "\(what), answers/s", Report.number(rates.portal), comparedTo: "\(Report.number(rates.nginx)) by nginx",
                ratio: Report.percent(ratio), aim: Report.aim("≥ 50 %", ratio >= 0.5))
            report.add(
                "  p99 of 32 clients", Report.milliseconds(rates.p99),
                comparedTo: "\(Report.milliseconds(rates.nginxP99)) by nginx")
            report.add(
                "  bytes on the wire", Report.number(Double(rates.bytes)),
                comparedTo: "\(Report.number(Double(rates.nginxBytes))) by nginx")
        }
        report.note(SmallAnswers.note)
    }
}
