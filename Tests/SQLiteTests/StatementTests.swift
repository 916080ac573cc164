import Testing

@testable import SQLite

@Suite struct StatementTests {
    let connection: Connection
    private let place: TemporaryDatabase

    init() throws {
        place = try TemporaryDatabase()
        connection = try place.connection()
    }

    @Test func `one statement is bound and stepped again and again`() throws {
        let insert = try connection.statement("INSERT INTO permits (number, fee, contractor) VALUES (?, ?, ?)")
        for fee in 1...3 {
            var number = "BP-\(fee)"
            try number.withUTF8 { bytes in
                insert.bind(bytes, at: 1)
                insert.bind(Int64(fee), at: 2)
                insert.bindNull(at: 3)
                while try insert.step() {}
                insert.reset()
            }
        }
        #expect(try connection.permitNumbers == ["BP-1", "BP-2", "BP-3"])
        #expect(try connection.first("SELECT sum(fee) FROM permits") { try $0[0] } == 6)
    }

    @Test func `rows are read in place`() throws {
        let select = try connection.statement("SELECT ?1 + 1, ?2")
        select.bind(41, at: 1)
        select.bind("Ñ\0", at: 2)
        #expect(try select.step())
        #expect(try select.row[0] == 42)
        #expect(try select.row[1] == "Ñ\0")
        #expect(try select.step() == false)
    }

    @Test func `an empty buffer is empty text, not NULL`() throws {
        let select = try connection.statement("SELECT typeof(?), length(?)")
        select.bind(UnsafeBufferPointer<UInt8>(start: nil, count: 0), at: 1)
        select.bind(UnsafeBufferPointer<UInt8>(start: nil, count: 0), at: 2)
        #expect(try select.step())
        #expect(try select.row[0] == "text")
        #expect(try select.row[1] == 0)
    }

    @Test func `reset lets go of every value`() throws {
        let select = try connection.statement("SELECT ?")
        select.bind(7, at: 1)
        #expect(try select.step())
        select.reset()
        #expect(try select.step())
        #expect(try select.row[0] as Int? == nil)
    }

    @Test(arguments: [0, 2, -1, .max])
    func `a value for a place that is not there is reported by step, until reset`(index: Int) throws {
        let select = try connection.statement("SELECT ?")
        select.bind(7, at: index)
        #expect(databaseError { try select.step() }?.code == 25)
        #expect(databaseError { try select.step() }?.code == 25)
        select.reset()
        #expect(try select.step())
    }

    @Test func `after a violation the statement is ready again`() throws {
        let insert = try connection.statement("INSERT INTO permits (number, fee) VALUES (?, 0)")
        insert.bind("BP-1", at: 1)
        #expect(try insert.step() == false)
        insert.reset()
        insert.bind("BP-1", at: 1)
        #expect(databaseError { try insert.step() }?.isUniqueViolation == true)
        insert.reset()
        insert.bind("BP-2", at: 1)
        #expect(try insert.step() == false)
        #expect(try connection.permitNumbers == ["BP-1", "BP-2"])
    }
}
