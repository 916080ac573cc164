import Foundation

/// The real program, serving in a process of its own on a port that the system chose.
struct PortalProcess {
    let port: Int
    private let process: Process

    /// Answers once it serves.
    init(_ settings: Settings, data: String, _ workplace: Workplace) throws {
        let arguments = ["serve", "--agency", settings.agency, "--data", data, "--port", "0"]
        // What is measured comes from many people, by the word of a proxy on this machine.
        process = try workplace.start(
            settings.program, arguments, name: "serve", surroundings: ["PERMIT_PORTAL_PROXIES": "127.0.0.1"])
        while true {
            let said = workplace.said("serve.out")
            if let mark = said.range(of: "http://localhost:"), let end = said[mark.upperBound...].firstIndex(of: "\n") {
                guard let port = Int(said[mark.upperBound..<end]) else { throw BenchError.failed("no port in \(said)") }
                self.port = port
                return
            }
            guard process.isRunning else { throw BenchError.failed("the portal did not start: \(workplace.said("serve.err"))") }
            usleep(20_000)
        }
    }

    /// Memory that is the program's own: mapped pages of the database are the system's (proc(5), RssAnon).
    func ownMemory() throws -> Int {
        let status = try String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("RssAnon:") }
        guard let line, let kilobytes = Int(line.filter(\.isNumber)) else { throw BenchError.failed("no RssAnon in /proc") }
        return kilobytes * 1024
    }

    /// Seconds of processor time since it started (proc(5), stat: utime and stime).
    func processorTime() throws -> Double {
        let stat = try String(contentsOfFile: "/proc/\(process.processIdentifier)/stat", encoding: .utf8)
        // The program's name, in parentheses, may hold blanks; utime and stime are the 12th and 13th field after it.
        let fields = stat[(stat.lastIndex(of: ")") ?? stat.startIndex)...].split(separator: " ")
        guard fields.count > 13, let user = Double(fields[12]), let system = Double(fields[13]) else {
            throw BenchError.failed("no times in /proc")
        }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    /// Clients that were cut off leave their requests behind: returns once no worker has any left.
    func rest(_ workplace: Workplace) throws {
        let idle = ["pages", "passwords", "files"].map { "permit_portal_lane_waiting_requests{lane=\"\($0)\"} 0" }
        for _ in 0..<600 {
            let metrics = try workplace.run("curl", ["-s", "http://127.0.0.1:\(port)/metrics"], name: "metrics").output
            if idle.allSatisfy(metrics.contains) { return }
            usleep(100_000)
        }
        throw BenchError.failed("requests still wait a minute after their clients have gone")
    }

    func stop() throws {
        process.terminate()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw BenchError.failed("the portal ended with \(process.terminationStatus)")
        }
    }
}
