import Permitting
import SQLite
import Testing

@testable import Storage

struct EventChainTests {
    private let records: DemoRecords

    init() throws {
        records = try DemoRecords()
        for hour in 1...4 {
            let rich = try records.contractor(DemoRecords.rich)
            try records.write {
                try $0.events.record(
                    "inspection requested", by: .contractor(rich, from: "192.0.2.7"), detail: "FRAMING \(hour)",
                    at: DemoRecords.now.adding(minutes: hour * 60))
            }
        }
    }

    /// As somebody with the file and the sqlite3 shell would.
    private func tamper(_ statement: SQL) throws {
        try records.run("DROP TRIGGER events_stay")
        try records.run("DROP TRIGGER events_remain")
        try records.run(statement)
    }

    private func faults() throws -> [String] { try records.database.auditEvents().faults }

    @Test func `an untouched record of who did what is whole`() throws {
        let audit = try records.database.auditEvents()
        #expect(audit.count == 4 && audit.faults == [])
        let last = try records.read { try $0.connection.first("SELECT digest FROM events WHERE id = 4") { try $0[0] as [UInt8] } }
        #expect(audit.digest == last)
    }

    @Test func `it tells from where a thing was done`() throws {
        #expect(try records.count("SELECT count(*) FROM events WHERE client = '192.0.2.7'") == 4)
    }

    @Test(arguments: [
        "at = at + 1", "contractor_id = NULL", "client = '192.0.2.8'", "what = 'inspection cancelled'", "detail = 'FRAMING 22'",
        "permit_id = 1", "member_id = NULL, what = what || 'x'", "digest = randomblob(32)", "digest = NULL",
    ])
    func `an event that somebody changed in the file is found`(change: String) throws {
        let statements: [String: SQL] = [
            "at = at + 1": "UPDATE events SET at = at + 1 WHERE id = 2",
            "contractor_id = NULL": "UPDATE events SET contractor_id = NULL WHERE id = 2",
            "client = '192.0.2.8'": "UPDATE events SET client = '192.0.2.8' WHERE id = 2",
            "what = 'inspection cancelled'": "UPDATE events SET what = 'inspection cancelled' WHERE id = 2",
            "detail = 'FRAMING 22'": "UPDATE events SET detail = 'FRAMING 22' WHERE id = 2",
            "permit_id = 1": "UPDATE events SET permit_id = 1 WHERE id = 2",
            "member_id = NULL, what = what || 'x'": "UPDATE events SET member_id = NULL, what = what || 'x' WHERE id = 2",
            "digest = randomblob(32)": "UPDATE events SET digest = randomblob(32) WHERE id = 2",
            "digest = NULL": "UPDATE events SET digest = NULL WHERE id = 2",
        ]
        try tamper(try #require(statements[change]))
        #expect(try faults().first?.hasPrefix("event 2: ") == true)
    }

    @Test func `an event taken out of the middle is found at the next one`() throws {
        try tamper("DELETE FROM events WHERE id = 2")
        #expect(try faults() == ["event 3: it, or what was recorded before it, is not as it was written"])
    }

    @Test func `an event put in between is found`() throws {
        try tamper("UPDATE events SET id = 9 WHERE id = 4")
        #expect(try faults() == ["event 9: it, or what was recorded before it, is not as it was written"])
    }

    @Test func `events older than the chain are covered by its first link`() throws {
        try tamper("UPDATE events SET digest = NULL")
        try records.write { try $0.events.record("permit issued", by: .portal, at: DemoRecords.now) }
        #expect(try records.database.auditEvents().count == 5)
        #expect(try faults() == [])
        try records.run("UPDATE events SET detail = 'something else' WHERE id = 1")
        #expect(try faults() == ["event 5: it, or what was recorded before it, is not as it was written"])
    }

    @Test func `what was undone leaves no gap in the chain`() throws {
        #expect(throws: CancellationError.self) {
            try records.write { records in
                try records.events.record("permit issued", by: .portal, at: DemoRecords.now)
                throw CancellationError()
            }
        }
        try records.write { try $0.events.record("PIN issued", by: .portal, at: DemoRecords.now) }
        #expect(try records.database.auditEvents().count == 5)
        #expect(try faults() == [])
    }

    @Test func `two entries that read alike when run together have digests of their own`() throws {
        let one = try link("inspection", detail: "requested")
        #expect(try link("inspectionrequested", detail: "") != one)
        #expect(try link("inspection", detail: "requested") == one)
    }

    private func link(_ what: String, detail: String) throws -> [UInt8] {
        var chain = EventChain()
        return chain.append(
            EventChain.Entry(id: 1, at: DemoRecords.now, actor: .portal, permit: nil, what: what, detail: detail))
    }
}
