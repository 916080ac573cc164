import Testing

@testable import PermitPortal

struct ProgressBarTests {
    private static let dots = String(repeating: ".", count: 30)

    private func line(total: Int?, done: Int, count: Int = 50, seconds: Double = 2, isTerminal: Bool) -> String {
        ProgressBar(total: total, unit: "rows").line(done: done, count: count, seconds: seconds, isTerminal: isTerminal)
    }

    @Test(arguments: [
        (0, "[" + dots + "] 0 % "),
        (500, "[" + String(repeating: "#", count: 15) + String(repeating: ".", count: 15) + "] 50 % "),
        (999, "[" + String(repeating: "#", count: 29) + ".] 99 % "),
        (1_000, "[" + String(repeating: "#", count: 30) + "] 100 % "),
        (5_000, "[" + String(repeating: "#", count: 30) + "] 100 % "),
    ])
    func `a terminal shows a bar that fills`(done: Int, bar: String) {
        #expect(line(total: 1_000, done: done, isTerminal: true) == bar + "50 rows, 25 a second")
    }

    @Test func `elsewhere a line says the share, the count and the rate`() {
        #expect(line(total: 1_000, done: 375, isTerminal: false) == "37 %, 50 rows, 25 a second")
    }

    @Test(arguments: [nil, 0])
    func `of a pipe or an empty file there is no share to tell`(total: Int?) {
        for isTerminal in [true, false] { #expect(line(total: total, done: 0, isTerminal: isTerminal) == "50 rows, 25 a second") }
    }

    @Test func `at the very start the rate is a number all the same`() {
        #expect(line(total: nil, done: 0, count: 3, seconds: 0, isTerminal: false) == "3 rows, 3000 a second")
    }
}
