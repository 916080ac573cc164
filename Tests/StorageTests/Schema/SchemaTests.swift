import SQLite
import TestSupport
import Testing

@testable import Storage

struct SchemaTests {
    private let records: DemoRecords

    init() throws { records = try DemoRecords() }

    private func tables() throws -> [(name: String, isStrict: Bool)] {
        try records.read { records in
            try records.connection.rows(
                "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name"
            ) {
                (try $0[0], try $0[1])
            }
        }.filter { !$0.name.hasPrefix("sqlite_") }
    }

    @Test func `every table holds its columns to their types`() throws {
        let tables = try tables()
        #expect(tables.count >= 18)
        #expect(tables.filter { !$0.isStrict }.map(\.name) == [])
        #expect(refusal { try records.run("UPDATE fees SET amount = 'a lot'") }?.kind == .constraint)
    }

    @Test func `every column that names another record refers to it`() throws {
        let dangling = try records.read { records in
            try records.connection.rows(
                """
                SELECT tables.name || '.' || columns.name FROM pragma_table_list AS tables, pragma_table_info(tables.name) AS columns
                WHERE tables.schema = 'main' AND tables.type = 'table' AND columns.name GLOB '*_id' AND NOT EXISTS (
                    SELECT 1 FROM pragma_foreign_key_list(tables.name) AS keys WHERE keys."from" = columns.name)
                """
            ) { row -> String in try row[0] }
        }
        #expect(dangling == [])
        let keys = try records.count(
            """
            SELECT count(*) FROM pragma_table_list AS tables, pragma_foreign_key_list(tables.name) AS keys
            WHERE tables.schema = 'main' AND tables.type = 'table'
            """)
        #expect(keys >= 21)
    }

    @Test func `a fee of no permit, and an inspection by nobody, are refused`() throws {
        #expect(
            refusal {
                try records.run(
                    "INSERT INTO fees (permit_id, kind, name, amount, assessed_on) VALUES (999999, 'permit', 'PLANNING', 1, '2026-11-20')"
                )
            }?.isForeignKeyViolation == true)
        #expect(refusal { try records.run("UPDATE inspections SET inspector_id = 999999") }?.isForeignKeyViolation == true)
        #expect(refusal { try records.run("DELETE FROM permits WHERE number = 'RES16-0688'") }?.isForeignKeyViolation == true)
    }

    @Test func `what happened can neither be changed nor removed`() throws {
        try records.write { try $0.events.record("permit issued", by: .portal, at: DemoRecords.now) }
        for statement: SQL in ["UPDATE events SET what = 'nothing'", "DELETE FROM events"] {
            let error = refusal { try records.run(statement) }
            #expect(error?.kind == .triggerRefusal)
            #expect(error?.message == "events are appended only")
        }
        #expect(try records.count("SELECT count(*) FROM events WHERE what = 'permit issued'") == 1)
    }

    @Test func `one permit has one number, and one open request of a type`() throws {
        #expect(
            refusal { try records.run("UPDATE permits SET number = 'RES16-0688' WHERE number = 'RES17-0163'") }?.isUniqueViolation
                == true)
        #expect(
            refusal {
                try records.run(
                    """
                    INSERT INTO inspections (permit_id, type, day, slot, state, requested_at)
                    SELECT permit_id, type, day, slot, 'requested', 0 FROM inspections WHERE state = 'requested'
                    """)
            }?.isUniqueViolation == true)
    }

    @Test func `a company has a first password or a password, never both`() throws {
        #expect(
            refusal { try records.run("UPDATE contractors SET password_hash = 'x' WHERE license = 'AEC0119'") }?.isCheckViolation
                == true)
    }

    @Test func `a session belongs to a company or to somebody at the office`() throws {
        for owners: SQL in [
            "INSERT INTO sessions VALUES (x'01', 'c', NULL, NULL, 0, 0, 0, '', 0, NULL)",
            "INSERT INTO sessions SELECT x'01', 'c', contractors.id, staff.id, 0, 0, 0, '', 0, NULL FROM contractors, staff LIMIT 1",
        ] {
            #expect(refusal { try records.run(owners) }?.isCheckViolation == true)
        }
        #expect(try records.count("SELECT count(*) FROM sessions") == 0)
    }

    @Test func `a member has no session but at a company, and a public user has no licence`() throws {
        try records.run(
            "INSERT INTO members (contractor_id, name, email, added_at) SELECT id, 'PAT', 'pat@example.com', 0 FROM contractors LIMIT 1"
        )
        for statement: SQL in [
            """
            INSERT INTO sessions (token_hash, csrf, staff_id, is_setting_up, started_at, seen_at, member_id)
            SELECT x'01', 'c', staff.id, 0, 0, 0, members.id FROM staff, members LIMIT 1
            """,
            "UPDATE contractors SET kind = 'public' WHERE license = 'AEC0119'",
            "INSERT INTO contractors (company_name, kind) VALUES ('A HOMEOWNER', 'public')",
        ] {
            #expect(refusal { try records.run(statement) }?.isCheckViolation == true)
        }
    }

    @Test(
        arguments: [
            "UPDATE fees SET amount = 0", "UPDATE fees SET amount = -100", "UPDATE permits SET state = 'open'",
            "UPDATE permits SET listing = 3",
            "UPDATE inspections SET state = 'done'", "UPDATE staff SET role = 'king'", "UPDATE permits SET number = ''",
            "UPDATE contractors SET company_name = ''",
        ] as [SQL])
    func `a value that means nothing is refused`(statement: SQL) throws {
        #expect(refusal { try records.run(statement) }?.isCheckViolation == true)
    }

    @Test func `a permit's number, date and listing on dashboards follow the permit`() throws {
        try records.run(
            "UPDATE permits SET number = 'RES16-9999', expires_on = '2026-12-24', listing = 2 WHERE number = 'RES16-0686'")
        #expect(
            try records.count(
                """
                SELECT count(*) FROM permit_contractors WHERE number = 'RES16-9999' AND expires_on = '2026-12-24' AND listing = 2
                """) == 2)
        #expect(
            try records.count(
                """
                SELECT count(*) FROM permit_contractors AS mine JOIN permits ON permits.id = mine.permit_id
                WHERE (mine.number, mine.listing) <> (permits.number, permits.listing) OR mine.expires_on IS NOT permits.expires_on
                """) == 0)
    }
}
