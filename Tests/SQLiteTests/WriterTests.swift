import Foundation
import Testing

@testable import SQLite

@Suite struct WriterTests {
    private let place: TemporaryDatabase

    init() throws {
        place = try TemporaryDatabase()
    }

    @Test func `many writers at once all find their writes on disk, in fewer commits than writes`() throws {
        let database = try place.database()
        Crowd.run(16) { thread in
            for turn in 0..<20 {
                #expect(throws: Never.self) { try database.write { try $0.addPermit("BP-\(thread)-\(turn)") } }
            }
        }
        let statistics = database.statistics
        #expect(statistics.writes == 320)
        #expect(statistics.commits < 320)
        #expect(statistics.failures == 0)
        #expect(statistics.waiting == 0)
        #expect(try database.reader().permitNumbers.count == 320)
    }

    @Test func `writes are run in the order they came, around a bulk job too`() throws {
        let database = try place.database()
        let crowd = Crowd(database: database)
        let gate = DispatchSemaphore(value: 0)
        let everybody = DispatchGroup()
        crowd.occupyWriter(until: gate, in: everybody)
        for number in 1...5 {
            Crowd.start(in: everybody) {
                if number == 3 {
                    try? database.bulk { try $0.addPermit("BP-3") }
                } else {
                    try? database.write { try $0.addPermit("BP-\(number)") }
                }
            }
            crowd.waitUntil(waiting: number + 1)
        }
        gate.signal()
        everybody.wait()
        let order: [String] = try database.reader().rows("SELECT number FROM permits ORDER BY id") { try $0[0] }
        #expect(order == ["BP-1", "BP-2", "BP-3", "BP-4", "BP-5"])
        #expect(database.statistics == WriteStatistics(commits: 2, writes: 4, failures: 0, waiting: 0))
    }

    @Test func `past the limit of waiting writes the next is refused, and later let in`() throws {
        let database = try place.database(queueLimit: 3)
        let crowd = Crowd(database: database)
        let gate = DispatchSemaphore(value: 0)
        let everybody = DispatchGroup()
        crowd.occupyWriter(until: gate, in: everybody)
        for number in 1...2 { Crowd.start(in: everybody) { _ = try? database.write { try $0.addPermit("BP-\(number)") } } }
        crowd.waitUntil(waiting: 3)
        let error = databaseError { try database.write { try $0.addPermit("BP-3") } }
        #expect(error?.kind == .queueFull)
        #expect(error?.message == "3 writes are waiting already")
        gate.signal()
        everybody.wait()
        try database.write { try $0.addPermit("BP-4") }
        #expect(try database.reader().permitNumbers == ["BP-1", "BP-2", "BP-4"])
    }

    @Test func `a write called from inside a write or a bulk job is an error, not a deadlock`() throws {
        let database = try place.database()
        #expect(databaseError { try database.write { _ in try database.write { _ in } } }?.kind == .misuse)
        #expect(databaseError { try database.bulk { _ in try database.write { _ in } } }?.kind == .misuse)
        #expect(databaseError { try database.write { _ in try database.bulk { _ in } } }?.kind == .misuse)
        try database.write { try $0.addPermit("BP-1") }
    }

    @Test func `another database may be written from inside a write`() throws {
        let database = try place.database()
        let otherPlace = try TemporaryDatabase()
        let other = try otherPlace.database()
        try database.write { _ in try other.write { try $0.addPermit("BP-1") } }
        #expect(try other.reader().permitNumbers == ["BP-1"])
    }
}
