import Foundation

/// Clients that ask for one page after the other over connections they keep, by wrk (github.com/wg/wrk).
struct Wrk {
    struct Ask {
        let address: String
        var cookie = ""
    }

    struct Answers {
        let requests: Int
        let perSecond: Double
        /// On the wire, headers included.
        let averageBytes: Int
        /// Milliseconds.
        let median: Double
        let p99: Double
    }

    let port: Int
    let workplace: Workplace

    /// Asks in that order, again and again, for so long.
    func ask(_ asks: [Ask], connections: Int, seconds: Int) throws -> Answers {
        let script = try write("ask.lua", Self.script)
        let list = try write("asks.txt", asks.map { "\($0.address)\t\($0.cookie)\n" }.joined())
        let output = try workplace.run(
            "wrk", ["-t1", "-c\(connections)", "-d\(seconds)s", "-s", script, "http://127.0.0.1:\(port)", "--", list], name: "wrk"
        ).output
        guard let line = output.split(separator: "\n").first(where: { $0.hasPrefix("sum ") }) else {
            throw BenchError.failed("wrk says: \(output)")
        }
        let figures = line.split(separator: " ").dropFirst().compactMap { Double($0) }
        guard figures.count == 6, figures[0] > 0, figures[3] == 0 else {
            throw BenchError.failed("not every answer was good: \(output)")
        }
        return Answers(
            requests: Int(figures[0]), perSecond: figures[0] / (figures[1] / 1e6), averageBytes: Int(figures[2] / figures[0]),
            median: figures[4] / 1e3, p99: figures[5] / 1e3)
    }

    private func write(_ name: String, _ text: String) throws -> String {
        try Data(text.utf8).write(to: URL(fileURLWithPath: workplace.file(name)))
        return workplace.file(name)
    }

    /// Requests are made beforehand, so that the clients take little of the machine's time.
    private static let script = """
        local asks, last = {}, 0

        function init(arguments)
            for line in io.lines(arguments[1]) do
                local address, cookie = line:match("^([^\\t]*)\\t(.*)$")
                local headers = { Host = wrk.headers["Host"], Accept = "text/html" }
                if cookie ~= "" then headers["Cookie"] = cookie end
                asks[#asks + 1] = wrk.format("GET", address, headers)
            end
        end

        function request()
            last = last % #asks + 1
            return asks[last]
        end

        function done(summary, latency)
            local errors = summary.errors
            local bad = errors.connect + errors.read + errors.write + errors.status + errors.timeout
            io.write(string.format("sum %d %d %d %d %d %d\\n", summary.requests, summary.duration, summary.bytes, bad,
                latency:percentile(50), latency:percentile(99)))
        end
        """
}
