import Testing

@testable import SQLite

@Suite struct ConnectionTests {
    private struct Stop: Error {}

    let connection: Connection
    private let place: TemporaryDatabase

    init() throws {
        place = try TemporaryDatabase()
        connection = try place.connection()
    }

    @Test func `rows are mapped in order, first takes one, each stops when told`() throws {
        for number in ["BP-2", "BP-1", "BP-3"] { try connection.addPermit(number) }
        #expect(try connection.permitNumbers == ["BP-1", "BP-2", "BP-3"])
        #expect(try connection.first("SELECT number FROM permits ORDER BY number DESC") { try $0[0] } == "BP-3")
        #expect(try connection.first("SELECT number FROM permits WHERE fee = ?", 5) { try $0[0] as String } == nil)
        var seen: [String] = []
        try connection.each("SELECT number FROM permits ORDER BY number") { row in
            seen.append(try row[0])
            return seen.count < 2
        }
        #expect(seen == ["BP-1", "BP-2"])
    }

    @Test func `run answers how many rows it changed itself`() throws {
        try connection.addPermit("BP-1")
        try connection.addPermit("BP-2")
        #expect(try connection.run("UPDATE permits SET fee = 5") == 2)
        #expect(try connection.run("CREATE TABLE reviews (id INTEGER PRIMARY KEY)") == 0)
        #expect(try connection.run("UPDATE permits SET fee = 6 WHERE number = ?", "BP-9") == 0)
        #expect(try connection.run("SELECT number FROM permits") == 0)
        #expect(try connection.run("DELETE FROM permits WHERE number = ?", "BP-1") == 1)
    }

    @Test func `the id of an inserted row is known, also from RETURNING`() throws {
        try connection.addPermit("BP-1")
        let sql: SQL = "INSERT INTO permits (number, fee) VALUES ('BP-2', 0) RETURNING id"
        let returned = try connection.first(sql) { try $0[0] as Int64 }
        #expect(returned == 2)
        #expect(connection.lastInsertedRowID == 2)
        let reader = try Connection(path: place.path, mode: .reader)
        #expect(try reader.permitNumbers == ["BP-1", "BP-2"])
    }

    @Test func `an error in the commit of a statement that was stopped early is thrown`() throws {
        let sql: SQL = "INSERT INTO permits (number, fee, successor) VALUES ('BP-1', 0, 9) RETURNING id"
        #expect(databaseError { try connection.first(sql) { try $0[0] as Int64 } }?.isForeignKeyViolation == true)
        #expect(try connection.permitNumbers == [])
    }

    @Test func `the number of values must be the number of parameters`() {
        #expect(databaseError { try connection.run("SELECT ?, ?", 1) }?.kind == .misuse)
        #expect(databaseError { try connection.run("SELECT ?", 1, 2) }?.message == "2 values for 1 parameters")
        #expect(databaseError { try connection.run("SELECT ?1 + ?1", 1) } == nil)
    }

    @Test func `a second statement after the first is refused, a closing comment is not`() throws {
        #expect(databaseError { try connection.run("SELECT 1; DELETE FROM permits") }?.message == "more than one statement")
        #expect(databaseError { try connection.run("SELECT 1; SELEC") }?.code == 1)
        #expect(databaseError { try connection.run(" -- nothing") }?.message == "no statement")
        #expect(databaseError { try connection.run("SELECT 1; -- nothing more\n ;") } == nil)
    }

    @Test func `a script runs its statements in turn and names the one that fails`() throws {
        try connection.script("INSERT INTO contractors VALUES (1, 'L-1'); ; -- a comment\nDELETE FROM contractors; ")
        let error = databaseError {
            try connection.script("INSERT INTO contractors VALUES (2, 'L-2');INSERT INTO contractors VALUES (2, 'L-3');")
        }
        #expect(error?.isUniqueViolation == true)
        #expect(error?.sql == "INSERT INTO contractors VALUES (2, 'L-3');")
        #expect(try connection.first("SELECT count(*) FROM contractors") { try $0[0] } == 1)
    }

    @Test func `a statement whose closure threw is free of its row and its values`() throws {
        try connection.addPermit("BP-1")
        let sql: SQL = "SELECT number FROM permits WHERE fee >= ?"
        #expect(throws: Stop.self) { try connection.rows(sql, 0) { _ in throw Stop() } }
        // A statement left on a row would hold its read transaction open, and this would be refused.
        try connection.run("PRAGMA wal_checkpoint(TRUNCATE)")
        try connection.run("DROP TABLE permits")
    }

    @Test func `the same SQL may be run inside its own closure, however deep`() throws {
        for id in 1...4 {
            let successor: Int? = id < 4 ? id + 1 : nil
            try connection.run("INSERT INTO permits VALUES (?, ?, 0, NULL, ?)", id, "BP-\(id)", Int?.none)
            try connection.run("UPDATE permits SET successor = ? WHERE id = ?", successor.map { $0 - 1 }, id)
        }
        func chain(_ id: Int) throws -> [Int] {
            let next = try connection.rows("SELECT id FROM permits WHERE id > ? ORDER BY id", id) { row in
                [try row[0] as Int] + (try chain(try row[0]))
            }
            return next.flatMap { $0 }
        }
        #expect(try chain(1) == [2, 3, 4, 4, 3, 4, 4])
        #expect(try chain(2) == [3, 4, 4])
    }

    @Test func `a reader cannot write`() throws {
        let reader = try Connection(path: place.path, mode: .reader)
        #expect(databaseError { try reader.addPermit("BP-1") }?.kind == .readOnly)
        #expect(databaseError { try reader.run("CREATE TEMP TABLE notes (text)") }?.kind == .readOnly)
        #expect(databaseError { try reader.run("PRAGMA user_version = 7") }?.kind == .readOnly)
        #expect(try connection.permitNumbers == [])
    }

    @Test func `a reader does not create the file`() throws {
        let path = place.folder.file("other.db")
        #expect(databaseError { try Connection(path: path, mode: .reader) }?.kind == .cannotOpen)
    }

    @Test func `a statement outlives the connection that made it`() throws {
        var other: Connection? = try Connection(path: place.path, mode: .reader)
        let statement = try #require(try other?.statement("SELECT 7"))
        other = nil
        #expect(try statement.step())
        #expect(try statement.row[0] == 7)
    }
}
