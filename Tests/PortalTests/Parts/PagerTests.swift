import Testing

@testable import Portal

struct PagerTests {
    private static func pager(_ page: Int, _ total: Int) -> Pager? {
        Pager(of: "Results", page: page, size: 10, total: total) { "?page=\($0)" }
    }

    @Test(arguments: [0, 1, 10]) func `what fits on one page has no pager`(total: Int) {
        #expect(Self.pager(1, total) == nil)
    }

    @Test(arguments: [
        (1, 11, "[1] 2", "1–10 of 11"), (2, 11, "1 [2]", "11–11 of 11"), (1, 95, "[1] 2 … 10", "1–10 of 95"),
        (2, 95, "1 [2] 3 … 10", "11–20 of 95"), (5, 95, "1 … 4 [5] 6 … 10", "41–50 of 95"), (10, 95, "1 … 9 [10]", "91–95 of 95"),
        (3, 30, "1 2 [3]", "21–30 of 30"), (0, 30, "[1] 2 3", "1–10 of 30"), (-7, 30, "[1] 2 3", "1–10 of 30"),
        (99, 30, "1 2 [3]", "21–30 of 30"),
    ])
    func `the steps are the first, those around and the last`(page: Int, total: Int, steps: String, range: String) throws {
        let pager = try #require(Self.pager(page, total))
        #expect(pager.steps.map { $0.isGap ? "…" : $0.isCurrent ? "[\($0.number)]" : $0.number }.joined(separator: " ") == steps)
        #expect(pager.range == range)
        #expect(pager.steps.filter { !$0.isGap }.allSatisfy { $0.address == "?page=\($0.number)" })
    }

    @Test func `the first page has no previous one and the last no next`() {
        #expect(Self.pager(1, 30)?.previous == nil && Self.pager(1, 30)?.next == "?page=2")
        #expect(Self.pager(3, 30)?.previous == "?page=2" && Self.pager(3, 30)?.next == nil)
        #expect(Self.pager(99, 30)?.previous == "?page=2" && Self.pager(99, 30)?.next == nil)
    }
}
