import Permitting
import SQLite
import Testing

@testable import Storage

struct PermitDatabaseTests {
    private let records: DemoRecords

    init() throws { records = try DemoRecords() }

    @Test func `what a write throws undoes that write alone`() throws {
        let company = try records.company("LAKESIDE FRAMING")
        #expect(throws: CancellationError.self) {
            try records.write { records in
                try records.contractors.setPassword("hash", contractor: company)
                throw CancellationError()
            }
        }
        #expect(try records.read { try $0.contractors.credentials(id: company) }?.passwordHash == nil)
        #expect(try records.read { try $0.contractors.find(id: company) }?.companyName == "LAKESIDE FRAMING")
    }

    @Test func `between begin and end everything read is of one moment`() throws {
        let rich = try records.contractor(DemoRecords.rich)
        let reader = try records.database.reader()
        let count = { try reader.records.permits.activeCount(contractor: rich, today: DemoRecords.today) }
        try reader.begin()
        #expect(try count() == 10)
        try records.file("NEW-1", for: [rich])
        #expect(try count() == 10)
        try reader.end()
        #expect(try count() == 11)
    }

    @Test func `a reader changes nothing`() throws {
        #expect(
            refusal {
                try records.read { try $0.fees.assess(permit: 1, name: "X", amount: Money(cents: 1), on: DemoRecords.today) }
            }?.kind == .readOnly)
        #expect(try records.count("SELECT count(*) FROM fees WHERE name = 'X'") == 0)
    }

    @Test func `a bulk load that was cut off has its search index made at the next start`() throws {
        try records.database.bulk { try SearchIndex(connection: $0).letGo() }
        try records.run("UPDATE permits SET description = 'WINDMILL' WHERE number = 'RES17-0163'")
        let found: SQL = "SELECT count(*) FROM permit_search WHERE permit_search MATCH 'windmill'"
        #expect(try records.count(found) == 0)
        try records.database.prepare(for: records.agency)
        #expect(try records.count(found) == 1)
        try records.run("UPDATE permits SET description = 'WATERMILL' WHERE number = 'RES17-0163'")
        #expect(try records.count(found) == 0)
        #expect(try records.count("SELECT count(*) FROM permit_search WHERE permit_search MATCH 'watermill'") == 1)
    }

    @Test func `sound records have nothing to tell, and a row that refers to nothing is told`() throws {
        #expect(try records.database.check() == [])
        try records.database.bulk { connection in
            try connection.run("PRAGMA foreign_keys = OFF")
            try connection.run("UPDATE contacts SET permit_id = 999999 WHERE id = 1")
        }
        #expect(try records.database.check() == ["contacts row 1 refers to a missing row of permits"])
    }
}
