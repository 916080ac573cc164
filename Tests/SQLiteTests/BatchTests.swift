import Synchronization
import Testing

@testable import SQLite

/// What a write that goes wrong means for those that share its commit.
@Suite struct BatchTests {
    private struct Unpaid: Error {}
    private typealias Write = @Sendable (Connection) throws -> Void

    private let place: TemporaryDatabase
    private let database: Database

    init() throws {
        place = try TemporaryDatabase()
        database = try place.database()
    }

    /// Sends three writes to share a commit, the middle one being `faulty`.
    private func send(_ faulty: @escaping Write) -> [Result<Void, any Error>] {
        Crowd(database: database).send([{ try $0.addPermit("BP-1") }, faulty, { try $0.addPermit("BP-3") }])
    }

    private func error(_ outcome: Result<Void, any Error>) -> DatabaseError? {
        databaseError { try outcome.get() }
    }

    private func expectOnlyTheMiddleOneFailed(_ outcomes: [Result<Void, any Error>]) throws {
        #expect(throws: Never.self) { try outcomes[0].get() }
        #expect(throws: (any Error).self) { try outcomes[1].get() }
        #expect(throws: Never.self) { try outcomes[2].get() }
        #expect(try database.reader().permitNumbers == ["BP-1", "BP-3"])
    }

    @Test func `what waits together commits together`() throws {
        let outcomes = send { try $0.addPermit("BP-2") }
        for outcome in outcomes { #expect(throws: Never.self) { try outcome.get() } }
        #expect(database.statistics == WriteStatistics(commits: 1, writes: 3, failures: 0, waiting: 0))
        #expect(try database.reader().permitNumbers == ["BP-1", "BP-2", "BP-3"])
    }

    @Test func `a write that throws undoes its own changes only, and its error reaches its own caller`() throws {
        let outcomes = send { connection in
            try connection.addPermit("BP-2")
            throw Unpaid()
        }
        try expectOnlyTheMiddleOneFailed(outcomes)
        #expect(throws: Unpaid.self) { try outcomes[1].get() }
        #expect(database.statistics == WriteStatistics(commits: 1, writes: 2, failures: 1, waiting: 0))
    }

    @Test func `a write alone that throws leaves nothing`() throws {
        #expect(throws: Unpaid.self) {
            try database.write { connection in
                try connection.addPermit("BP-1")
                throw Unpaid()
            }
        }
        #expect(try database.reader().permitNumbers == [])
    }

    @Test func `a violation that the body catches costs nothing`() throws {
        let outcomes = send { connection in
            try connection.addPermit("BP-2")
            #expect(databaseError { try connection.addPermit("BP-1") }?.isUniqueViolation == true)
        }
        #expect(throws: Never.self) { try outcomes[1].get() }
        #expect(try database.reader().permitNumbers == ["BP-1", "BP-2", "BP-3"])
    }

    @Test func `a deferred foreign key left unresolved fails its own write, in the same one commit`() throws {
        let outcomes = send { try $0.run("INSERT INTO permits (number, fee, successor) VALUES ('BP-2', 0, 99)") }
        try expectOnlyTheMiddleOneFailed(outcomes)
        #expect(error(outcomes[1])?.isForeignKeyViolation == true)
        #expect(database.statistics == WriteStatistics(commits: 1, writes: 2, failures: 1, waiting: 0))
    }

    @Test func `a deferred foreign key resolved within the write is fine`() throws {
        let outcomes = send { connection in
            try connection.run("INSERT INTO permits (id, number, fee, successor) VALUES (50, 'BP-2', 0, 51)")
            try connection.run("INSERT INTO permits (id, number, fee) VALUES (51, 'BP-2b', 0)")
        }
        #expect(throws: Never.self) { try outcomes[1].get() }
        #expect(database.statistics.commits == 1)
    }

    @Test func `a disk too full for one write is not too full for the others, each run again alone`() throws {
        try database.bulk { try $0.run("PRAGMA max_page_count = 30") }
        let runs = Atomic(0)
        let outcomes = send { connection in
            runs.add(1, ordering: .relaxed)
            try connection.run("INSERT INTO attachments (bytes) VALUES (?)", [UInt8](repeating: 1, count: 400_000))
        }
        try expectOnlyTheMiddleOneFailed(outcomes)
        #expect(error(outcomes[1])?.isDiskFull == true)
        #expect(runs.load(ordering: .relaxed) == 2)
        #expect(database.statistics == WriteStatistics(commits: 2, writes: 2, failures: 1, waiting: 0))
    }

    @Test func `a full disk that the body hides does not pass for a write`() throws {
        try database.bulk { try $0.run("PRAGMA max_page_count = 30") }
        let outcomes = send { connection in
            try connection.addPermit("BP-2")
            _ = try? connection.run("INSERT INTO attachments (bytes) VALUES (?)", [UInt8](repeating: 1, count: 400_000))
        }
        try expectOnlyTheMiddleOneFailed(outcomes)
    }

    @Test(arguments: ["COMMIT", "ROLLBACK", "RELEASE job", "ROLLBACK TO job"] as [SQL])
    func `a body that meddles with the transaction harms only itself`(meddling: SQL) throws {
        let outcomes = send { connection in
            try connection.run(meddling)
            throw Unpaid()
        }
        try expectOnlyTheMiddleOneFailed(outcomes)
    }

    @Test func `a body cannot commit for the others and then have them run again`() throws {
        let outcomes = send { connection in
            try connection.addPermit("BP-2")
            _ = try? connection.run("COMMIT")
        }
        try expectOnlyTheMiddleOneFailed(outcomes)
    }

    @Test func `a savepoint that the body leaves open goes with the body's own`() throws {
        let outcomes = send { connection in
            try connection.run("SAVEPOINT mine")
            try connection.addPermit("BP-2")
        }
        #expect(throws: Never.self) { try outcomes[1].get() }
        #expect(try database.reader().permitNumbers == ["BP-1", "BP-2", "BP-3"])
    }

    @Test func `a lock that another program holds is told to every caller`() throws {
        try database.bulk { try $0.run("PRAGMA busy_timeout = 0") }
        let stranger = try Connection(path: place.path, mode: .writer)
        try stranger.run("BEGIN IMMEDIATE")
        let outcomes = send { try $0.addPermit("BP-2") }
        for outcome in outcomes { #expect(error(outcome)?.isBusy == true) }
        try stranger.run("ROLLBACK")
        #expect(try database.reader().permitNumbers == [])
        #expect(database.statistics == WriteStatistics(commits: 0, writes: 0, failures: 3, waiting: 0))
    }
}
