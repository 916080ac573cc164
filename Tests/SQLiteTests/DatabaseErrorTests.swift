import Testing

@testable import SQLite

@Suite struct DatabaseErrorTests {
    let connection: Connection
    private let place: TemporaryDatabase

    init() throws {
        place = try TemporaryDatabase()
        connection = try place.connection()
    }

    @Test func `an error carries the codes, SQLite's message and the SQL, but no value`() throws {
        try connection.addPermit("BP-1")
        let error = try #require(databaseError { try connection.addPermit("BP-1") })
        #expect(error.code == 19)
        #expect(error.extendedCode == 2067)
        #expect(error.message == "UNIQUE constraint failed: permits.number")
        #expect(error.sql == "INSERT INTO permits (number, fee) VALUES (?, ?)")
        #expect(
            error.description == "SQLite 2067 (uniqueViolation): UNIQUE constraint failed: permits.number"
                + " in: INSERT INTO permits (number, fee) VALUES (?, ?)")
    }

    @Test func `violations are told apart`() throws {
        try connection.script(
            """
            INSERT INTO permits (id, number, fee) VALUES (1, 'BP-1', 0);
            CREATE TRIGGER no_refund BEFORE UPDATE ON permits BEGIN SELECT raise(ABORT, 'fees only grow'); END;
            """)
        func violation(_ sql: SQL) -> DatabaseError? { databaseError { try connection.run(sql) } }

        #expect(violation("INSERT INTO permits (number, fee) VALUES ('BP-1', 1)")?.isUniqueViolation == true)
        #expect(violation("INSERT INTO permits (id, number, fee) VALUES (1, 'BP-2', 1)")?.isUniqueViolation == true)
        #expect(violation("INSERT INTO permits (number, fee) VALUES ('BP-2', -1)")?.isCheckViolation == true)
        #expect(
            violation("INSERT INTO permits (number, fee, contractor) VALUES ('BP-2', 1, 9)")?.isForeignKeyViolation == true)
        #expect(violation("INSERT INTO permits (number, fee) VALUES ('BP-2', NULL)")?.kind == .notNullViolation)
        #expect(violation("INSERT INTO permits (number, fee) VALUES ('BP-2', 'much')")?.kind == .constraint)
        let refusal = violation("UPDATE permits SET fee = 1")
        #expect(refusal?.kind == .triggerRefusal)
        #expect(refusal?.message == "fees only grow")
    }

    @Test func `a full disk is told apart`() throws {
        try connection.run("PRAGMA max_page_count = 20")
        let error = databaseError {
            try connection.run("INSERT INTO attachments (bytes) VALUES (?)", [UInt8](repeating: 1, count: 200_000))
        }
        #expect(error?.isDiskFull == true)
        #expect(error?.code == 13)
    }

    @Test func `a lock held by another connection is told apart`() throws {
        let other = try Connection(path: place.path, mode: .writer)
        try other.run("PRAGMA busy_timeout = 0")
        try connection.run("BEGIN IMMEDIATE")
        let error = databaseError { try other.run("BEGIN IMMEDIATE") }
        #expect(error?.isBusy == true)
    }

    @Test func `faulty SQL is reported with SQLite's words`() {
        let error = databaseError { try connection.run("SELEC 1") }
        #expect(error?.code == 1)
        #expect(error?.message == "near \"SELEC\": syntax error")
        #expect(error?.sql == "SELEC 1")
    }

    @Test func `a file that is no database is told apart`() throws {
        let path = try place.folder.write(String(repeating: "not a database ", count: 100), to: "letter.txt")
        #expect(databaseError { try Connection(path: path, mode: .writer) }?.kind == .corrupt)
    }

    @Test func `a folder that is missing is told apart, with the system's number`() {
        let error = databaseError { try Connection(path: place.folder.file("none/office.db"), mode: .writer) }
        #expect(error?.kind == .cannotOpen)
        #expect(error?.message.hasSuffix("(errno 2)") == true)
    }

    @Test(
        arguments: [
            .uniqueViolation, .checkViolation, .foreignKeyViolation, .notNullViolation, .triggerRefusal, .constraint,
            .diskFull, .busy, .readOnly, .cannotOpen, .inputOutput, .corrupt, .mismatch, .misuse,
        ] as [DatabaseError.Kind])
    func `an error made by hand has the code of its kind`(kind: DatabaseError.Kind) {
        let error = DatabaseError(kind, "made by hand")
        #expect(DatabaseError.Kind(error.extendedCode) == kind)
    }
}
