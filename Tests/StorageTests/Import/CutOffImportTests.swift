import Permitting
import Testing

@testable import Storage

struct CutOffImportTests {
    private static func file(_ count: Int) -> String {
        "PermitNum,Description,StatusCurrent,ContractorCompanyName\n"
            + (1...count).map { "BLD-\(100_000 + $0),Roof and gutter \($0),ACTIVE,COMPANY \($0 % 90)\n" }.joined()
    }

    @Test func `an import cut off between batches leaves whole rows, and running it again finishes it`() throws {
        let office = try ImportOffice()
        let text = Self.file(16_000)
        #expect(throws: ImportOffice.CutOff.self) { _ = try office.load(text, cutOffAfter: 5_000) }
        let stored = try office.count("permits")
        #expect(stored >= 2_500 && stored < 16_000)
        #expect(try office.count("permit_contractors") == stored)
        #expect(try office.database.check().isEmpty)

        let report = try office.load(text)
        #expect(report.unchanged == stored)
        #expect(report.new == 16_000 - stored)
        let whole = try ImportOffice()
        _ = try whole.load(text)
        #expect(try office.export() == whole.export())
        #expect(try office.found("gutter 15999") == ["BLD-115999"])
        #expect(try office.database.check().isEmpty)
    }

    @Test func `the search index that a cut-off import let go of is built when the office opens again`() throws {
        let office = try ImportOffice()
        #expect(throws: ImportOffice.CutOff.self) { _ = try office.load(Self.file(16_000), cutOffAfter: 4_000) }
        #expect(try office.found("gutter 3999", .description).isEmpty)
        try office.database.prepare(for: office.agency)
        #expect(try office.found("gutter 3999", .description) == ["BLD-103999"])
    }

    @Test func `a few new permits are found at once, without the index being built anew`() throws {
        let office = try ImportOffice()
        _ = try office.load(Self.file(50))
        #expect(try office.found("gutter 49") == ["BLD-100049"])
        try office.database.bulk { try SearchIndex(connection: $0).check() }
    }

    @Test func `after many new permits the index agrees with the permits`() throws {
        let office = try ImportOffice()
        _ = try office.load(Self.file(3_000))
        #expect(try office.found("gutter 2999") == ["BLD-102999"])
        try office.database.bulk { try SearchIndex(connection: $0).check() }
        let changed = Self.file(3_000).replacingOccurrences(of: "gutter 2999,", with: "chimney 2999,")
        #expect(try office.load(changed).updated == 1)
        #expect(try office.found("chimney 2999") == ["BLD-102999"])
        #expect(try office.found("gutter 2999").isEmpty)
        try office.database.bulk { try SearchIndex(connection: $0).check() }
    }

    @Test func `an error of the import leaves the writer free for others`() throws {
        let office = try ImportOffice()
        #expect(throws: ImportOffice.CutOff.self) { _ = try office.load(Self.file(16_000), cutOffAfter: 1) }
        let count = try office.database.write { records in
            try records.connection.first("SELECT count(*) FROM permits") { row -> Int in try row[0] }
        }
        #expect(count ?? 0 > 0)
    }
}
