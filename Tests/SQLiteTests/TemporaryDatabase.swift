import TestSupport

@testable import SQLite

/// A database file of one test's own, with a small office in it.
final class TemporaryDatabase: Sendable {
    let folder: TemporaryFolder
    let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("office.db")
    }

    static let office = Migration(
        name: "office",
        script: """
            CREATE TABLE contractors (
                id INTEGER PRIMARY KEY,
                licence TEXT NOT NULL UNIQUE
            ) STRICT;
            CREATE TABLE permits (
                id INTEGER PRIMARY KEY,
                number TEXT NOT NULL UNIQUE,
                fee INTEGER NOT NULL CHECK (fee >= 0),
                contractor INTEGER REFERENCES contractors,
                successor INTEGER REFERENCES permits DEFERRABLE INITIALLY DEFERRED
            ) STRICT;
            CREATE TABLE attachments (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
            """)

    /// The writer's kind of connection, for tests that need no Database around it.
    func connection() throws -> Connection {
        let connection = try Connection(path: path, mode: .writer)
        try Migrator([Self.office]).migrate(connection)
        return connection
    }

    func database(queueLimit: Int = Database.queueLimit) throws -> Database {
        try Database(path: path, migrations: [Self.office], queueLimit: queueLimit)
    }
}

extension Connection {
    func addPermit(_ number: String, fee: Int = 100) throws {
        try run("INSERT INTO permits (number, fee) VALUES (?, ?)", number, fee)
    }

    var permitNumbers: [String] {
        get throws { try rows("SELECT number FROM permits ORDER BY number") { try $0[0] } }
    }
}

/// The DatabaseError that `body` throws, or nil when it throws nothing or something else.
func databaseError<T>(_ body: () throws -> T) -> DatabaseError? {
    do {
        _ = try body()
        return nil
    } catch {
        return error as? DatabaseError
    }
}
