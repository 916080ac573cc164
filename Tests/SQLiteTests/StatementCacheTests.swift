import Testing

@testable import SQLite

@Suite struct StatementCacheTests {
    let connection: Connection
    private let place: TemporaryDatabase

    init() throws {
        place = try TemporaryDatabase()
        connection = try place.connection()
    }

    private func lend(_ sql: SQL) throws -> ObjectIdentifier {
        let statement = try connection.lend(sql, [])
        defer { connection.takeBack(statement) }
        return ObjectIdentifier(statement)
    }

    @Test func `a literal is prepared once`() throws {
        let sql: SQL = "SELECT 1"
        let first = try lend(sql)
        #expect(try lend(sql) == first)
    }

    @Test func `a joined text is prepared once for each text`() throws {
        func order(_ newestFirst: Bool) -> SQL {
            "SELECT number FROM permits ORDER BY id" + (newestFirst ? " DESC" : " ASC")
        }
        let first = try lend(order(true))
        let second = try lend(order(false))
        #expect(first != second)
        #expect(try lend(order(true)) == first)
        #expect(try lend(order(false)) == second)
    }

    @Test func `a statement in use is lent to nobody else, and two serve for two from then on`() throws {
        let sql: SQL = "SELECT 1"
        var pairs: [Set<ObjectIdentifier>] = []
        for _ in 1...2 {
            let outer = try connection.lend(sql, [])
            let inner = try connection.lend(sql, [])
            pairs.append([ObjectIdentifier(outer), ObjectIdentifier(inner)])
            connection.takeBack(inner)
            connection.takeBack(outer)
        }
        #expect(pairs[0].count == 2)
        #expect(pairs[0] == pairs[1])
    }

    @Test func `joining without end does not keep statements without end`() throws {
        var sql: SQL = "SELECT 1"
        let outer = try connection.lend("SELECT " + "2", [])
        for _ in 0...StatementCache.joinedLimit {
            sql = sql + " + 1"
            #expect(try connection.run(sql) == 0)
        }
        let kept = try connection.first("SELECT count(*) FROM sqlite_stmt WHERE sql LIKE 'SELECT 1 + 1%'") { try $0[0] as Int }
        #expect(try #require(kept) <= 2)
        // One that is lent out while the others go stays usable.
        #expect(try outer.step())
        connection.takeBack(outer)
    }

    @Test func `a statement survives a change of the schema`() throws {
        let sql: SQL = "SELECT * FROM contractors"
        #expect(try connection.rows(sql) { $0.count } == [])
        try connection.run("ALTER TABLE contractors ADD COLUMN phone TEXT")
        try connection.run("INSERT INTO contractors VALUES (1, 'L-1', '555-0100')")
        #expect(try connection.rows(sql) { $0.count } == [3])
    }
}
