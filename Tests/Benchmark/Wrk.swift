import Foundation

/// Clients that ask for one page after the other over connections they keep, by wrk (github.com/wg/wrk).
struct Wrk {
    struct Ask {
        let address: String
        var cookie = ""
        /// The network address that it is said to come from; nothing for wrk's own.
        var client = ""
        /// What is posted; nothing for a page that is asked for.
        var form = ""
    }

    struct Answers {
        let requests: Int
        /// Answers with a status of 400 or more.
        let refused: Int
        let perSecond: Double
        /// On the wire, headers included.
        let averageBytes: Int
        /// Milliseconds.
        let median: Double
        let p99: Double
    }

    let port: Int
    let workplace: Workplace

    /// Asks in that order, again and again, for so long. Every answer has to be a good one, unless refusals are what is measured.
    func ask(_ asks: [Ask], connections: Int, seconds: Int, isRefused: Bool = false) throws -> Answers {
        let asking = try begin(asks, connections: connections, seconds: seconds)
        let answers = try asking.answers()
        guard answers.refused == (isRefused ? answers.requests : 0) else {
            throw BenchError.failed("\(answers.refused) of \(answers.requests) answers were refusals")
        }
        return answers
    }

    /// Clients at work, beside whatever else is measured.
    struct Asking {
        fileprivate let process: Process
        fileprivate let name: String
        fileprivate let workplace: Workplace

        func answers() throws -> Answers {
            process.waitUntilExit()
            return try Wrk.read(workplace.said(name + ".out"))
        }
    }

    func begin(_ asks: [Ask], connections: Int, seconds: Int, name: String = "wrk") throws -> Asking {
        let script = try write("ask.lua", Self.script)
        let lines = asks.map { "\($0.address)\t\($0.cookie)\t\($0.client)\t\($0.form)\n" }
        let list = try write(name + ".txt", lines.joined())
        let arguments = [
            "-t1", "-c\(connections)", "-d\(seconds)s", "--timeout", "60s", "-s", script, "http://127.0.0.1:\(port)", "--", list,
        ]
        return Asking(process: try workplace.start("wrk", arguments, name: name), name: name, workplace: workplace)
    }

    private static func read(_ output: String) throws -> Answers {
        guard let line = output.split(separator: "\n").first(where: { $0.hasPrefix("sum ") }) else {
            throw BenchError.failed("wrk says: \(output)")
        }
        let figures = line.split(separator: " ").dropFirst().compactMap { Double($0) }
        guard figures.count == 7, figures[0] > 0, figures[3] == 0 else {
            throw BenchError.failed("not every answer was good: \(output)")
        }
        return Answers(
            requests: Int(figures[0]), refused: Int(figures[6]), perSecond: figures[0] / (figures[1] / 1e6),
            averageBytes: Int(figures[2] / figures[0]),
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
                local address, cookie, client, form = line:match("^([^\\t]*)\\t([^\\t]*)\\t([^\\t]*)\\t(.*)$")
                local headers = { Host = wrk.headers["Host"], Accept = "text/html" }
                if cookie ~= "" then headers["Cookie"] = cookie end
                if client ~= "" then headers["X-Forwarded-For"] = client end
                if form == "" then
                    asks[#asks + 1] = wrk.format("GET", address, headers)
                else
                    headers["Content-Type"] = "application/x-www-form-urlencoded"
                    asks[#asks + 1] = wrk.format("POST", address, headers, form)
                end
            end
        end

        function request()
            last = last % #asks + 1
            return asks[last]
        end

        function done(summary, latency)
            local errors = summary.errors
            local bad = errors.connect + errors.read + errors.write + errors.timeout
            io.write(string.format("sum %d %d %d %d %d %d %d\\n", summary.requests, summary.duration, summary.bytes, bad,
                latency:percentile(50), latency:percentile(99), errors.status))
        end
        """
}
