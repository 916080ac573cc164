import Foundation

/// What is measured, and with what.
struct Settings {
    var program = ".build/release/permit-portal"
    var agency = "Agencies/kootenai.json"
    /// Real records, .csv or .csv.xz; without them a file of the same shape is made.
    var permits: String?
    var rows = 1_600_000
    /// A data folder to measure over in place of an import, for work on one figure; it is copied, not changed.
    var records: String?
    /// One part alone, for work on it.
    enum Part: String { case dashboards, searches, small, accounts }
    var only: Part?
    /// How many companies are signed in.
    var companies = 1_000
    /// How often each rate of dashboards is measured; the middle one counts.
    var turns = 5
    let cores = ProcessInfo.processInfo.activeProcessorCount

    init(_ words: [String]) throws {
        var rest = words[...]
        while let word = rest.popFirst() {
            guard let value = rest.popFirst() else { throw BenchError.usage("\(word) needs a value") }
            switch word {
            case "--program": program = value
            case "--agency": agency = value
            case "--permits": permits = value.isEmpty ? nil : value
            case "--records": records = value.isEmpty ? nil : value
            case "--only":
                guard let part = Part(rawValue: value) else {
                    throw BenchError.usage("--only takes dashboards, searches, small or accounts")
                }
                only = part
            case "--rows": rows = try Self.number(value, word)
            case "--companies": companies = try Self.number(value, word)
            case "--turns": turns = try Self.number(value, word)
            default: throw BenchError.usage("\(word) is not known here")
            }
        }
        if let permits, !FileManager.default.isReadableFile(atPath: permits) {
            throw BenchError.usage("\(permits) cannot be read")
        }
    }

    private static func number(_ text: String, _ option: String) throws -> Int {
        guard let number = Int(text), number > 0 else { throw BenchError.usage("\(option) takes a number above 0, not \(text)") }
        return number
    }
}
