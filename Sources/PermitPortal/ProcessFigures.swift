import Foundation

/// This process as the system sees it, under the names that Prometheus gives such figures everywhere.
struct ProcessFigures {
    let residentBytes: Int
    let virtualBytes: Int
    let processorSeconds: Double
    let openDescriptors: Int
    let mostDescriptors: Int
    /// Since 1970 UTC.
    let startedAt: Double

    /// Nil where /proc cannot be read, or is not as proc(5) says.
    init?() {
        guard let own = Self.words(of: "/proc/self/stat"), own.count > 21,
            let userTicks = Int(own[11]), let systemTicks = Int(own[12]), let startTicks = Int(own[19]),
            let size = Int(own[20]), let residentPages = Int(own[21]), let bootedAt = Self.bootedAt,
            let descriptors = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
        else { return nil }
        let ticksPerSecond = Double(sysconf(Int32(_SC_CLK_TCK)))
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        residentBytes = residentPages * sysconf(Int32(_SC_PAGESIZE))
        virtualBytes = size
        processorSeconds = Double(userTicks + systemTicks) / ticksPerSecond
        openDescriptors = descriptors.count
        mostDescriptors = Int(clamping: limit.rlim_cur)
        startedAt = bootedAt + Double(startTicks) / ticksPerSecond
    }

    /// The words after the program's name, which stands in brackets and may hold anything: the first is its state.
    private static func words(of path: String) -> [Substring]? {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8), let bracket = text.lastIndex(of: ")") else {
            return nil
        }
        return text[text.index(after: bracket)...].split(separator: " ")
    }

    private static let bootedAt: Double? = {
        let text = try? String(contentsOfFile: "/proc/stat", encoding: .utf8)
        let line = text?.split(separator: "\n").first { $0.hasPrefix("btime ") }
        return line.flatMap { Double($0.dropFirst("btime ".count)) }
    }()
}
