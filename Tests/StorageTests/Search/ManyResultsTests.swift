import Permitting
import Testing

@testable import Storage

struct ManyResultsTests {
    /// Twelve thousand permits, built once: reading them is all these tests do.
    private static let permits = Result {
        let office = try ImportOffice()
        _ = try office.load(
            "PermitNum,Description,OriginalAddress1\n"
                + (1...12_000).map { "B\($0 % 3)-\(100_000 + $0),\($0 % 3 == 0 ? "Roof" : "Gutter") \($0),\($0) ROAD\n" }.joined()
        )
        return office
    }

    private func manyPermits() throws -> SearchOffice { try SearchOffice(Self.permits.get()) }

    @Test func `counting stops at ten thousand and says so`() throws {
        let office = try manyPermits()
        let results = try office.search(PermitQuery(value: "ro", order: SearchOrder(.address), limit: 2))
        #expect(results.total == PermitSearch.countedMost)
        #expect(!results.isTotalExact)
        #expect(results.rows.map(\.number.rawValue) == ["B0-112000", "B2-111999"])
    }

    @Test func `too many to sort stand newest first, and the answer says how they stand`() throws {
        let office = try manyPermits()
        let many = try office.search(PermitQuery(value: "gutter", order: SearchOrder(.address), limit: 1))
        #expect(many.total == 8_000)
        #expect(many.isTotalExact)
        #expect(many.sortedBy == .newestFirst)
        let few = try office.search(PermitQuery(value: "roof", order: SearchOrder(.number), limit: 1))
        #expect(few.total == 4_000)
        #expect(few.sortedBy == SearchOrder(.number))
        #expect(few.rows.first?.number.rawValue == "B0-100003")
    }

    @Test func `numbers beyond counting stand by number, last first`() throws {
        let office = try manyPermits()
        let results = try office.search(PermitQuery(field: .number, value: "1", limit: 1))
        #expect(!results.isTotalExact)
        #expect(results.sortedBy == SearchOrder(.number, isDescending: true))
        #expect(results.rows.first?.number.rawValue == "B2-111999")
        #expect(try office.numbers("111998", .number) == ["B1-111998"])
    }

    @Test func `the results as a file are the same, in the same order, up to ten thousand`() throws {
        let office = try manyPermits()
        var numbers: [String] = []
        let roofs = PermitQuery(value: "roof", order: SearchOrder(.number), limit: 3)
        #expect(try office.reader.records.search.each(roofs) { numbers.append($0.number.rawValue) })
        #expect(numbers.count == 4_000)
        #expect(numbers == numbers.sorted())
        var count = 0
        #expect(try !office.reader.records.search.each(PermitQuery(value: "road")) { _ in count += 1 })
        #expect(count == PermitSearch.countedMost)
    }

    @Test func `a beginning is compared in so many permits and no more`() throws {
        let office = try manyPermits()
        let results = try office.search(PermitQuery(field: .address, operator: .beginsWith, value: "road"))
        #expect(results.total == 0)
        #expect(!results.isTotalExact)
        #expect(try office.numbers("11998 road", .address, .equals) == ["B1-111998"])
    }
}
