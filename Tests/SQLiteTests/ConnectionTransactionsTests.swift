import Testing

@testable import SQLite

@Suite struct ConnectionTransactionsTests {
    private struct Refused: Error {}

    let connection: Connection
    private let place: TemporaryDatabase

    init() throws {
        place = try TemporaryDatabase()
        connection = try place.connection()
    }

    @Test func `a reader sees one state from begin to end while the writer commits`() throws {
        try connection.addPermit("BP-1")
        let reader = try Connection(path: place.path, mode: .reader)
        try reader.begin()
        #expect(try reader.permitNumbers == ["BP-1"])
        try connection.addPermit("BP-2")
        #expect(try reader.permitNumbers == ["BP-1"])
        try reader.end()
        #expect(try reader.permitNumbers == ["BP-1", "BP-2"])
    }

    @Test func `end without begin does nothing, and begin twice is refused`() throws {
        let reader = try Connection(path: place.path, mode: .reader)
        try reader.end()
        try reader.begin()
        #expect(databaseError { try reader.begin() } != nil)
        try reader.end()
        try reader.end()
        try reader.begin()
        try reader.end()
    }

    @Test func `end does not end a transaction that begin did not begin`() throws {
        try connection.transaction {
            try connection.addPermit("BP-1")
            try connection.end()
            #expect(connection.isInTransaction)
        }
        #expect(try connection.permitNumbers == ["BP-1"])
    }

    @Test func `a transaction that throws leaves nothing, and its error is passed on`() throws {
        #expect(throws: Refused.self) {
            try connection.transaction {
                try connection.addPermit("BP-1")
                throw Refused()
            }
        }
        #expect(try connection.permitNumbers == [])
        #expect(!connection.isInTransaction)
        #expect(try connection.transaction { 7 } == 7)
    }

    @Test func `a transaction inside another is undone alone`() throws {
        try connection.transaction {
            try connection.addPermit("BP-1")
            #expect(throws: Refused.self) {
                try connection.transaction {
                    try connection.addPermit("BP-2")
                    try connection.transaction { try connection.addPermit("BP-3") }
                    throw Refused()
                }
            }
            try connection.transaction { try connection.addPermit("BP-4") }
        }
        #expect(try connection.permitNumbers == ["BP-1", "BP-4"])
    }

    @Test func `a commit that fails leaves no transaction open`() throws {
        let error = databaseError {
            try connection.transaction {
                try connection.run("INSERT INTO permits (number, fee, successor) VALUES ('BP-1', 0, 9)")
            }
        }
        #expect(error?.isForeignKeyViolation == true)
        #expect(!connection.isInTransaction)
        #expect(try connection.permitNumbers == [])
    }

    @Test func `a full disk inside a transaction reports the full disk, not the lost transaction`() throws {
        try connection.run("PRAGMA max_page_count = 20")
        let error = databaseError {
            try connection.transaction {
                try connection.addPermit("BP-1")
                try connection.run("INSERT INTO attachments (bytes) VALUES (zeroblob(200000))")
            }
        }
        #expect(error?.isDiskFull == true)
        #expect(try connection.permitNumbers == [])
    }
}
