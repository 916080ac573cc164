/// The smallest things the portal answers, against nginx with the same things: it is what a web server can do at all here.
struct SmallAnswers {
    struct Rates {
        let portal: Double
        let nginx: Double
        /// Milliseconds.
        let p99: Double
        let nginxP99: Double
        /// Bytes on the wire, headers included.
        let bytes: Int
        let nginxBytes: Int
    }

    let health: Rates
    let styleSheet: Rates

    static let note = """
        Both write an access log to a file: the portal in batches, ten times a second; nginx has \(NginxProcess.settings).
        """

    init(styleSheet address: String, portal: Wrk, turns: Int, _ workplace: Workplace) throws {
        let process = try NginxProcess(file: "Public/portal.css", at: address, workplace)
        let nginx = Wrk(port: process.port, workplace: workplace)
        health = try Self.rates("/healthz", portal, nginx, turns: turns)
        styleSheet = try Self.rates(address, portal, nginx, turns: turns)
        try process.stop()
    }

    /// They take turns, a second each, so that whatever else the machine does meanwhile slows both.
    private static func rates(_ address: String, _ portal: Wrk, _ nginx: Wrk, turns: Int) throws -> Rates {
        var ours: [Wrk.Answers] = []
        var theirs: [Wrk.Answers] = []
        for turn in 0...turns {
            let answers = try [portal, nginx].map { try $0.ask([Wrk.Ask(address: address)], connections: 32, seconds: 1) }
            guard turn > 0 else { continue }  // the first one warms up
            ours.append(answers[0])
            theirs.append(answers[1])
        }
        return Rates(
            portal: Bench.median(ours.map(\.perSecond)), nginx: Bench.median(theirs.map(\.perSecond)),
            p99: Bench.median(ours.map(\.p99)), nginxP99: Bench.median(theirs.map(\.p99)),
            bytes: ours[0].averageBytes, nginxBytes: theirs[0].averageBytes)
    }
}
