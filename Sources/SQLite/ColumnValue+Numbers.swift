import CSQLite

extension Int64: ColumnValue {
    @inlinable
    public func bind(to parameter: Parameter) throws(DatabaseError) {
        try parameter.check(sqlite3_bind_int64(parameter.statement, parameter.index, self))
    }

    @inlinable
    public static func read(_ column: Column) throws(DatabaseError) -> Int64 {
        guard column.type == SQLITE_INTEGER else { throw column.mismatch(Self.self) }
        return sqlite3_column_int64(column.statement, column.index)
    }
}

extension Int: ColumnValue {
    @inlinable
    public func bind(to parameter: Parameter) throws(DatabaseError) {
        try Int64(self).bind(to: parameter)
    }

    @inlinable
    public static func read(_ column: Column) throws(DatabaseError) -> Int {
        guard column.type == SQLITE_INTEGER else { throw column.mismatch(Self.self) }
        return Int(sqlite3_column_int64(column.statement, column.index))
    }
}

/// 0 and 1; any other number is not a truth value and is refused.
extension Bool: ColumnValue {
    @inlinable
    public func bind(to parameter: Parameter) throws(DatabaseError) {
        try Int64(self ? 1 : 0).bind(to: parameter)
    }

    @inlinable
    public static func read(_ column: Column) throws(DatabaseError) -> Bool {
        guard column.type == SQLITE_INTEGER else { throw column.mismatch(Self.self) }
        switch sqlite3_column_int64(column.statement, column.index) {
        case 0: return false
        case 1: return true
        default: throw column.mismatch(Self.self)
        }
    }
}

extension Double: ColumnValue {
    /// Refuses NaN, which SQLite would quietly store as NULL.
    @inlinable
    public func bind(to parameter: Parameter) throws(DatabaseError) {
        guard !isNaN else { throw parameter.refusal("NaN cannot be stored") }
        try parameter.check(sqlite3_bind_double(parameter.statement, parameter.index, self))
    }

    /// A whole number is a Double too when no digit is lost.
    @inlinable
    public static func read(_ column: Column) throws(DatabaseError) -> Double {
        switch column.type {
        case SQLITE_FLOAT:
            return sqlite3_column_double(column.statement, column.index)
        case SQLITE_INTEGER:
            guard let exact = Double(exactly: sqlite3_column_int64(column.statement, column.index)) else { fallthrough }
            return exact
        default:
            throw column.mismatch(Self.self)
        }
    }
}
