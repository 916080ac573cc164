import Testing

@testable import SQLite

@Suite struct ColumnValueTests {
    private enum Status: String, ColumnValue { case issued, final }
    private struct PermitNumber: RawRepresentable, Equatable, ColumnValue { var rawValue: String }
    private struct Cents: Equatable, ColumnValue {
        var count: Int
        func bind(to parameter: Parameter) throws(DatabaseError) { try count.bind(to: parameter) }
        static func read(_ column: Column) throws(DatabaseError) -> Cents { Cents(count: try .read(column)) }
    }

    let connection: Connection
    private let place: TemporaryDatabase

    init() throws {
        place = try TemporaryDatabase()
        connection = try place.connection()
    }

    private func echo<T: ColumnValue>(_ value: T) throws -> T? {
        try connection.first("SELECT ?", value) { try $0[0] as T }
    }

    private func type(of value: any ColumnValue) throws -> String? {
        try connection.first("SELECT typeof(?)", value) { try $0[0] }
    }

    @Test(arguments: [0, 1, -1, .max, .min])
    func `a whole number comes back as it went in`(number: Int) throws {
        #expect(try echo(number) == number)
        #expect(try echo(Int64(number)) == Int64(number))
    }

    @Test(arguments: [0, -0.5, 1e308, -.greatestFiniteMagnitude, .leastNonzeroMagnitude, .infinity])
    func `a real number comes back as it went in`(number: Double) throws {
        #expect(try echo(number) == number)
    }

    @Test(arguments: ["", "a", "fifteen letters", "sixteen letters.", "Doña Ana, 19½ Calle Ñ 🏗", "NUL\0inside", "\0", "e\u{301}"])
    func `text comes back byte for byte`(text: String) throws {
        #expect(try echo(text).map { Array($0.utf8) } == Array(text.utf8))
        let bytes = try connection.first("SELECT length(CAST(? AS BLOB))", text) { try $0[0] as Int }
        #expect(bytes == text.utf8.count)
    }

    @Test func `a long text comes back whole`() throws {
        let text = String(repeating: "Permit №7 ", count: 100_000)
        #expect(try echo(text) == text)
    }

    @Test(arguments: [[], [0], [0, 255, 0], Array(repeating: 7, count: 70_000)] as [[UInt8]])
    func `a blob comes back byte for byte`(bytes: [UInt8]) throws {
        #expect(try echo(bytes) == bytes)
        #expect(try type(of: bytes) == "blob")
    }

    @Test func `an empty blob and an empty text are not NULL`() throws {
        #expect(try type(of: [UInt8]()) == "blob")
        #expect(try type(of: "") == "text")
        #expect(try type(of: [UInt8]?.none) == "null")
        #expect(try type(of: String?.none) == "null")
        #expect(try connection.first("SELECT x'', NULL") { row in try (row[0] as [UInt8]?, row[1] as [UInt8]?) }! == ([], nil))
    }

    @Test func `truth values are kept as 0 and 1, and 2 is none`() throws {
        #expect(try echo(true) == true)
        #expect(try echo(false) == false)
        #expect(try type(of: true) == "integer")
        #expect(databaseError { try connection.first("SELECT 2") { try $0[0] as Bool } }?.kind == .mismatch)
    }

    @Test func `an optional is its value or NULL`() throws {
        let fee: Int? = 7
        #expect(try echo(fee) == .some(7))
        #expect(try echo(Int?.none) == .some(nil))
    }

    @Test func `a domain type with a raw value conforms without code`() throws {
        #expect(try echo(Status.final) == .final)
        #expect(try echo(PermitNumber(rawValue: "BP-7")) == PermitNumber(rawValue: "BP-7"))
        let error = databaseError { try connection.first("SELECT 'lost' AS status") { try $0[0] as Status } }
        #expect(error?.message == "column 0 (status) holds text, not a fitting Status")
    }

    @Test func `a domain type may say which value it is kept as`() throws {
        #expect(try echo(Cents(count: -5)) == Cents(count: -5))
        #expect(try type(of: Cents(count: 5)) == "integer")
    }

    @Test func `a NULL where none may be names the column and the SQL`() throws {
        let error = databaseError { try connection.first("SELECT 1, NULL AS fee") { try $0[1] as Int } }
        #expect(error?.kind == .mismatch)
        #expect(error?.message == "column 1 (fee) holds NULL, not a fitting Int")
        #expect(error?.sql == "SELECT 1, NULL AS fee")
    }

    @Test func `a value of another type is refused instead of converted`() throws {
        func refused<T: ColumnValue>(_ sql: SQL, as type: T.Type) -> Bool {
            databaseError { try connection.first(sql) { try $0[0] as T } }?.kind == .mismatch
        }
        #expect(refused("SELECT '12'", as: Int.self))
        #expect(refused("SELECT 1.0", as: Int.self))
        #expect(refused("SELECT 1.0", as: Bool.self))
        #expect(refused("SELECT 12", as: String.self))
        #expect(refused("SELECT x'41'", as: String.self))
        #expect(refused("SELECT 'A'", as: [UInt8].self))
        #expect(refused("SELECT '1.5'", as: Double.self))
        #expect(refused("SELECT 'x'", as: Int?.self))
    }

    @Test func `a whole number is a Double only when no digit is lost`() throws {
        #expect(try connection.first("SELECT 3") { try $0[0] as Double } == 3)
        let error = databaseError { try connection.first("SELECT 9007199254740993") { try $0[0] as Double } }
        #expect(error?.kind == .mismatch)
    }

    @Test func `NaN is refused, for SQLite would store NULL`() {
        #expect(databaseError { try echo(Double.nan) }?.kind == .mismatch)
    }

    @Test(arguments: [-1, 1, .max, .min, Int(Int32.max) + 1])
    func `a column that is not there is refused, for an optional too`(index: Int) {
        #expect(databaseError { try connection.first("SELECT 1") { try $0[index] as Int? } }?.kind == .mismatch)
        #expect(databaseError { try connection.first("SELECT 1") { try $0[index] as Int } }?.kind == .mismatch)
    }

    @Test func `bytes that are not UTF-8 are read with replacement characters`() throws {
        #expect(try connection.first("SELECT CAST(x'41ff42' AS TEXT)") { try $0[0] as String } == "A\u{FFFD}B")
    }
}
