import Foundation
import Testing

@testable import SQLite

@Suite struct DatabaseTests {
    private let place: TemporaryDatabase

    init() throws {
        place = try TemporaryDatabase()
    }

    @Test func `opening creates the file and brings it to the schema, once`() throws {
        for fee in 1...2 {
            let database = try place.database()
            try database.write { try $0.addPermit("BP-\(fee)", fee: fee) }
            database.close()
        }
        #expect(try place.database().reader().permitNumbers == ["BP-1", "BP-2"])
    }

    @Test func `a database that cannot be opened or migrated says so at once`() throws {
        #expect(databaseError { try Database(path: place.folder.file("none/x.db"), migrations: []) }?.kind == .cannotOpen)
        #expect(throws: MigrationError.self) {
            try Database(path: place.path, migrations: [Migration(name: "faulty", script: "SELEC")])
        }
    }

    @Test func `a write answers its body's result, and readers see it`() throws {
        let database = try place.database()
        let id = try database.write { connection in
            try connection.addPermit("BP-1")
            return connection.lastInsertedRowID
        }
        #expect(id == 1)
        #expect(try database.reader().permitNumbers == ["BP-1"])
    }

    @Test func `a bulk job commits for itself`() throws {
        let database = try place.database()
        let counts = try database.bulk { connection in
            try (1...3).map { batch in
                try connection.transaction { try connection.addPermit("BP-\(batch)") }
                return try Connection(path: connection.path, mode: .reader).permitNumbers.count
            }
        }
        #expect(counts == [1, 2, 3])
        try database.bulk { try $0.run("VACUUM") }
    }

    @Test func `a bulk job that leaves a transaction open loses it and is told`() throws {
        let database = try place.database()
        let error = databaseError {
            try database.bulk { connection in
                try connection.run("BEGIN")
                try connection.addPermit("BP-1")
            }
        }
        #expect(error?.kind == .misuse)
        try database.write { try $0.addPermit("BP-2") }
        #expect(try database.reader().permitNumbers == ["BP-2"])
    }

    @Test func `after close nothing is written, and the log is in the file`() throws {
        let database = try place.database()
        try database.write { try $0.addPermit("BP-1") }
        database.close()
        database.close()
        #expect(databaseError { try database.write { try $0.addPermit("BP-2") } }?.kind == .closed)
        #expect(databaseError { try database.bulk { _ in } }?.kind == .closed)
        #expect(!FileManager.default.fileExists(atPath: place.path + "-wal"))
        #expect(try place.database().reader().permitNumbers == ["BP-1"])
    }

    @Test func `close lets the writes that wait finish`() throws {
        let database = try place.database()
        let gate = DispatchSemaphore(value: 0)
        let everybody = DispatchGroup()
        let crowd = Crowd(database: database)
        crowd.occupyWriter(until: gate, in: everybody)
        Crowd.start(in: everybody) { _ = try? database.write { try $0.addPermit("BP-1") } }
        crowd.waitUntil(waiting: 2)
        Crowd.start(in: everybody) { database.close() }
        gate.signal()
        everybody.wait()
        #expect(try place.database().reader().permitNumbers == ["BP-1"])
    }

    @Test func `close from inside a write does not wait for itself`() throws {
        let database = try place.database()
        try database.write { connection in
            database.close()
            try connection.addPermit("BP-1")
        }
        database.close()
        #expect(try place.database().reader().permitNumbers == ["BP-1"])
    }

    @Test func `a healthy database has no findings`() throws {
        let database = try place.database()
        try database.write { try $0.addPermit("BP-1") }
        #expect(try database.quickCheck() == [])
    }

    @Test func `a reference to nothing is found`() throws {
        let database = try place.database()
        try database.bulk { connection in
            try connection.run("PRAGMA foreign_keys = OFF")
            try connection.run("INSERT INTO permits (number, fee, contractor) VALUES ('BP-1', 0, 9)")
        }
        #expect(try database.quickCheck() == ["permits row 1 refers to a missing row of contractors"])
    }

    @Test func `a damaged page is found`() throws {
        let database = try place.database()
        try database.write { connection in
            for number in 1...500 { try connection.addPermit("BP-\(number)") }
        }
        database.close()
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: place.path))
        let end = try file.seekToEnd()
        try file.seek(toOffset: end - 4096)
        try file.write(contentsOf: Data(repeating: 0xa5, count: 4096))
        try file.close()
        #expect(try place.database().quickCheck() != [])
    }
}

extension Connection {
    /// The file this connection has open.
    var path: String {
        get throws { try first("PRAGMA database_list") { try $0[2] as String } ?? "" }
    }
}
