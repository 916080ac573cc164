import Foundation
import Synchronization

/// How far long work is: a bar on a terminal, a line a second elsewhere. On the error output, because the work's own may be a pipe.
final class ProgressBar: Sendable {
    private let total: Int?
    private let unit: String
    private let start = Date()
    private let shownAt = Mutex(Date.distantPast)

    init(total: Int?, unit: String) {
        self.total = total
        self.unit = unit
    }

    /// `done` of the total, and how many of the unit that is.
    func show(done: Int, count: Int) {
        let now = Date()
        let isDue = shownAt.withLock { shownAt in
            guard now.timeIntervalSince(shownAt) >= (Console.isTerminal ? 0.1 : 1) else { return false }
            shownAt = now
            return true
        }
        guard isDue else { return }
        say(line(done: done, count: count, seconds: now.timeIntervalSince(start), isTerminal: Console.isTerminal))
    }

    func line(done: Int, count: Int, seconds: Double, isTerminal: Bool) -> String {
        let rate = Int(Double(count) / max(seconds, 0.001))
        return "\(bar(done, isTerminal: isTerminal))\(count) \(unit), \(rate) a second"
    }

    func say(_ text: String) {
        if Console.isTerminal {
            Console.overwrite(text)
        } else {
            Console.complain(text)
        }
    }

    func end() {
        if Console.isTerminal { Console.overwrite("") }
    }

    private func bar(_ done: Int, isTerminal: Bool) -> String {
        guard let total, total > 0 else { return "" }
        let percent = min(100, done * 100 / total)
        guard isTerminal else { return "\(percent) %, " }
        let filled = percent * 30 / 100
        return "[" + String(repeating: "#", count: filled) + String(repeating: ".", count: 30 - filled) + "] \(percent) % "
    }
}
