import CSQLite

/// What SQLite (or this layer) refused, with the SQL it was about. Bound values are never part of it.
public struct DatabaseError: Error, Sendable, CustomStringConvertible {
    public let kind: Kind
    /// SQLite's extended result code, such as 2067 for a UNIQUE constraint (sqlite.org/rescode.html).
    public let extendedCode: Int32
    /// SQLite's own message, such as "UNIQUE constraint failed: permits.number".
    public let message: String
    /// The statement, or empty where there was none.
    public let sql: String

    /// SQLite's primary result code, the low byte of the extended one.
    public var code: Int32 { extendedCode & 0xff }

    public var isUniqueViolation: Bool { kind == .uniqueViolation }
    public var isCheckViolation: Bool { kind == .checkViolation }
    public var isForeignKeyViolation: Bool { kind == .foreignKeyViolation }
    public var isDiskFull: Bool { kind == .diskFull }
    public var isBusy: Bool { kind == .busy }

    public var description: String {
        let statement = sql.isEmpty ? "" : " in: " + sql.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return "SQLite \(extendedCode) (\(kind)): \(message)\(statement)"
    }

    /// An error of this layer's own, or one for a test; its code is the one SQLite has for the kind.
    public init(_ kind: Kind, _ message: String, sql: String = "") {
        self.init(kind: kind, extendedCode: kind.code, message: message, sql: sql)
    }

    private init(kind: Kind, extendedCode: Int32, message: String, sql: String) {
        self.kind = kind
        self.extendedCode = extendedCode
        self.message = message
        self.sql = sql
    }

    /// The error that a call on a connection just answered with.
    init(_ code: Int32, connection: OpaquePointer?, sql: String) {
        var message = String(cString: connection.map { sqlite3_errmsg($0) } ?? sqlite3_errstr(code))
        let kind = Kind(code)
        if [.inputOutput, .cannotOpen, .diskFull].contains(kind), let connection {
            // The system's number tells "no such file" from "not permitted" and a full disk from a quota.
            let number = sqlite3_system_errno(connection)
            if number != 0 { message += " (errno \(number))" }
        }
        self.init(kind: kind, extendedCode: code, message: message, sql: sql)
    }

    @usableFromInline
    init(_ code: Int32, statement: OpaquePointer) {
        self.init(code, connection: sqlite3_db_handle(statement), sql: Self.sql(of: statement))
    }

    static func sql(of statement: OpaquePointer) -> String {
        sqlite3_sql(statement).map { String(cString: $0) } ?? ""
    }
}
