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

    @Test func `after a load that built the index anew, the next permit is found at once and the schema is as it was`() throws {
        let office = try ImportOffice()
        let before = try office.schema()
        _ = try office.load(Self.file(3_000))
        #expect(try office.schema() == before)
        _ = try office.load("PermitNum,Description\nNEW-1,A lantern\n")
        #expect(try office.found("lantern") == ["NEW-1"])
        #expect(throws: ImportOffice.CutOff.self) { _ = try office.load(Self.file(30_000), cutOffAfter: 20_000) }
        try office.database.prepare(for: office.agency)
        #expect(try office.schema() == before)
    }

    @Test func `whether an import ends well or badly, the log is back afterwards`() throws {
        let office = try ImportOffice()
        _ = try office.load(Self.file(10))
        #expect(try office.journalMode() == "wal")
        #expect(throws: ImportOffice.CutOff.self) { _ = try office.load(Self.file(16_000), cutOffAfter: 1) }
        #expect(try office.journalMode() == "wal")
    }

    @Test func `an import goes on beside somebody who is reading`() throws {
        let office = try ImportOffice()
        let reader = try office.database.reader().records.connection
        try reader.begin()
        #expect(try reader.first("SELECT count(*) FROM permits") { try $0[0] as Int } == 0)
        #expect(try office.load(Self.file(3_000)).new == 3_000)
        #expect(try reader.first("SELECT count(*) FROM permits") { try $0[0] as Int } == 0)
        try reader.end()
        #expect(try office.count("permits") == 3_000)
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
