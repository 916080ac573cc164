import Foundation

/// The table of all figures.
struct Report {
    private struct Line {
        let what: String
        let figure: String
        var comparison = ""
        var ratio = ""
        var aim = ""
    }

    var title: String
    private var lines: [Line] = []
    private var notes: [String] = []

    init(title: String) { self.title = title }

    mutating func add(_ what: String, _ figure: String, comparedTo comparison: String = "", ratio: String = "", aim: String = "")
    {
        lines.append(Line(what: what, figure: figure, comparison: comparison, ratio: ratio, aim: aim))
    }

    /// What one has to know of how it was measured; stands beneath the table.
    mutating func note(_ text: String) { notes.append(text) }

    var text: String {
        let head = Line(what: "WHAT", figure: "HERE", comparison: "COMPARED TO", ratio: "RATIO", aim: "AIM")
        let table = [head] + lines
        let widths = [\Line.what, \.figure, \.comparison, \.ratio].map { part in table.map { $0[keyPath: part].count }.max() ?? 0
        }
        let rows = table.map { line in
            [
                Self.left(line.what, widths[0]), Self.right(line.figure, widths[1]), Self.left(line.comparison, widths[2]),
                Self.right(line.ratio, widths[3]), line.aim,
            ].joined(separator: "  ")
        }
        let rule = String(repeating: "-", count: rows.map(\.count).max() ?? 0)
        let text = [rows[0], rule] + rows.dropFirst() + notes.map { "\n\($0)" }
        return "\n\(title)\n\n" + text.joined(separator: "\n") + "\n"
    }

    /// "12,345"
    static func number(_ value: Double) -> String {
        var digits = Array(String(Int(value.rounded())))
        var place = digits.count - 3
        while place > 0 {
            digits.insert(",", at: place)
            place -= 3
        }
        return String(digits)
    }

    static func milliseconds(_ value: Double) -> String { String(format: value < 10 ? "%.2f ms" : "%.1f ms", value) }
    static func microseconds(_ seconds: Double) -> String { "\(number(seconds * 1e6)) µs" }
    static func times(_ value: Double) -> String { String(format: "%.2f ×", value) }
    static func percent(_ value: Double) -> String { String(format: "%.0f %%", value * 100) }
    static func megabytes(_ bytes: Int) -> String { String(format: "%.1f MB", Double(bytes) / 1e6) }
    static func aim(_ text: String, _ isMet: Bool) -> String { "\(text): \(isMet ? "yes" : "NO")" }

    private static func left(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: width - text.count) }
    private static func right(_ text: String, _ width: Int) -> String { String(repeating: " ", count: width - text.count) + text }
}
