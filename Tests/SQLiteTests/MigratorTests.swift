import Testing

@testable import SQLite

@Suite struct MigratorTests {
    private static let contractors = Migration(name: "contractors", script: "CREATE TABLE contractors (id INTEGER PRIMARY KEY)")
    private static let permits = Migration(
        name: "permits",
        script: """
            CREATE TABLE permits (id INTEGER PRIMARY KEY, contractor INTEGER REFERENCES contractors ON DELETE CASCADE);
            INSERT INTO contractors VALUES (1);
            INSERT INTO permits VALUES (7, 1);
            """)

    let connection: Connection
    private let place: TemporaryDatabase

    init() throws {
        place = try TemporaryDatabase()
        connection = try Connection(path: place.path, mode: .writer)
    }

    private func migrate(_ migrations: Migration...) throws {
        try Migrator(migrations).migrate(connection)
    }

    private func migrationError(_ migrations: Migration...) -> MigrationError? {
        do {
            try Migrator(migrations).migrate(connection)
            return nil
        } catch {
            return error as? MigrationError
        }
    }

    private var landed: [String] {
        get throws { try connection.rows("SELECT name FROM schema_migrations ORDER BY number") { try $0[0] } }
    }

    private var tables: [String] {
        get throws {
            try connection.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name") { try $0[0] }
        }
    }

    @Test func `each migration lands once, with its checksum and the time`() throws {
        try migrate(Self.contractors)
        try migrate(Self.contractors, Self.permits)
        try migrate(Self.contractors, Self.permits)
        #expect(try landed == ["contractors", "permits"])
        #expect(try connection.first("SELECT count(*) FROM permits") { try $0[0] } == 1)
        let record = try connection.first("SELECT checksum, landed_at FROM schema_migrations") { row in
            (checksum: try row[0] as String, time: try row[1] as String)
        }
        #expect(record?.checksum == Self.contractors.checksum)
        #expect(record?.time.wholeMatch(of: /2\d\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil)
    }

    @Test func `the checksum is FNV-1a as published`() {
        #expect(Migration(name: "", script: "").checksum == "cbf29ce484222325")
        #expect(Migration(name: "", script: "foobar").checksum == "85944171f73967e8")
    }

    @Test func `a migration that was changed after it landed is refused`() throws {
        try migrate(Self.contractors)
        let edited = Migration(name: "contractors", script: "CREATE TABLE contractors (id INTEGER PRIMARY KEY) STRICT")
        let error = migrationError(edited, Self.permits)
        guard case .changed(1, "contractors", "contractors") = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(error?.description.contains("was changed after it had landed") == true)
        #expect(try landed == ["contractors"])
    }

    @Test func `a migration put before one that landed is refused`() throws {
        try migrate(Self.contractors)
        guard case .changed(1, "contractors", "permits") = migrationError(Self.permits, Self.contractors) else {
            Issue.record("the order was not checked")
            return
        }
    }

    @Test func `a database newer than the program is refused`() throws {
        try migrate(Self.contractors, Self.permits)
        let error = migrationError(Self.contractors)
        guard case .databaseIsNewer(landed: 2, known: 1, lastLanded: "permits") = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(error?.description.contains("newer than this program") == true)
    }

    @Test func `a migration that fails leaves nothing half, and what came before it stays`() throws {
        let faulty = Migration(
            name: "faulty", script: "CREATE TABLE fees (id INTEGER PRIMARY KEY); INSERT INTO nowhere VALUES (1);")
        guard case .failed(2, "faulty", let cause) = migrationError(Self.contractors, faulty, Self.permits) else {
            Issue.record("the failure was not reported")
            return
        }
        #expect(cause.message == "no such table: nowhere")
        #expect(try landed == ["contractors"])
        #expect(try tables == ["contractors", "schema_migrations"])
        #expect(!connection.isInTransaction)
        #expect(try connection.first("PRAGMA foreign_keys") { try $0[0] } == 1)
        try migrate(Self.contractors, Self.permits)
    }

    @Test func `a migration cannot commit half of itself`() throws {
        let impatient = Migration(name: "impatient", script: "CREATE TABLE fees (id INTEGER PRIMARY KEY); COMMIT; BEGIN;")
        guard case .failed(1, "impatient", _) = migrationError(impatient) else {
            Issue.record("the commit was not refused")
            return
        }
        #expect(try tables == ["schema_migrations"])
    }

    @Test func `a table may be rebuilt without losing what refers to it`() throws {
        try migrate(Self.contractors, Self.permits)
        let rebuilt = Migration(
            name: "rebuilt",
            script: """
                CREATE TABLE new_contractors (id INTEGER PRIMARY KEY, licence TEXT) STRICT;
                INSERT INTO new_contractors (id) SELECT id FROM contractors;
                DROP TABLE contractors;
                ALTER TABLE new_contractors RENAME TO contractors;
                """)
        try migrate(Self.contractors, Self.permits, rebuilt)
        #expect(try connection.first("SELECT contractor FROM permits") { try $0[0] } == 1)
        #expect(try connection.first("PRAGMA foreign_keys") { try $0[0] } == 1)
    }

    @Test func `a migration that breaks a reference is refused`() throws {
        try migrate(Self.contractors, Self.permits)
        let careless = Migration(name: "careless", script: "DELETE FROM contractors")
        guard case .brokenReferences(3, "careless", let found) = migrationError(Self.contractors, Self.permits, careless) else {
            Issue.record("the broken reference was not found")
            return
        }
        #expect(found == ["permits row 7 refers to a missing row of contractors"])
        #expect(try connection.first("SELECT count(*) FROM contractors") { try $0[0] } == 1)
        #expect(try landed == ["contractors", "permits"])
    }
}
