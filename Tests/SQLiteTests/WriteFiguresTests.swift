import Testing

@testable import SQLite

struct WriteFiguresTests {
    private let place: TemporaryDatabase

    init() throws { place = try TemporaryDatabase() }

    @Test func `each write has its wait, and each commit its size`() throws {
        let database = try place.database()
        let crowd = Crowd(database: database)
        _ = crowd.send((1...3).map { number in { try $0.addPermit("BP-\(number)") } })
        try database.write { try $0.addPermit("BP-4") }
        let figures = database.figures
        #expect(figures.writesPerCommit.counts.prefix(3) == [1, 0, 1])
        #expect(figures.writesPerCommit.sum == 4)
        // The bulk job that kept the writer busy waited too.
        #expect(figures.seconds.counts.reduce(0, +) == 5)
        #expect(figures.seconds.sum > 0)
        #expect(database.fileBytes > 0 && database.logBytes > 0)
    }

    @Test func `a value at a bound lies within it`() {
        var spread = Spread([1, 2])
        for value in [0, 1, 1.5, 2, 2.5] { spread.add(value) }
        #expect(spread.counts == [2, 2, 1])
        #expect(spread.sum == 7)
    }

    @Test func `a closed database has no log left`() throws {
        let database = try place.database()
        try database.write { try $0.addPermit("BP-1") }
        database.close()
        #expect(database.logBytes == 0)
    }
}
