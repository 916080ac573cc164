import CSQLite

/// One column of the current row; like the `Row`, not to be kept.
public struct Column {
    @usableFromInline let statement: OpaquePointer
    /// Counted from 0, as SQLite does.
    @usableFromInline let index: Int32

    @inlinable
    init(statement: OpaquePointer, index: Int32) {
        self.statement = statement
        self.index = index
    }

    @inlinable
    var type: Int32 { sqlite3_column_type(statement, index) }

    /// SQLite answers NULL for a column that is not there; so only a NULL needs the second look.
    @inlinable
    public var isNull: Bool {
        get throws(DatabaseError) {
            guard type == SQLITE_NULL else { return false }
            guard isThere else { throw mismatch(Never.self) }
            return true
        }
    }

    @usableFromInline
    var isThere: Bool { index >= 0 && index < sqlite3_column_count(statement) }

    /// The error for a value that is not a `wanted`. It names the column and what kind of value is there,
    /// never the value: that may be a visitor's and does not belong in a log.
    public func mismatch(_ wanted: Any.Type) -> DatabaseError {
        guard isThere else {
            let count = sqlite3_column_count(statement)
            return error("there is no column \(index), only \(count)")
        }
        let name = sqlite3_column_name(statement, index).map { String(cString: $0) } ?? "?"
        return error("column \(index) (\(name)) holds \(kindOfValue), not a fitting \(wanted)")
    }

    @usableFromInline
    func outOfMemory() -> DatabaseError { DatabaseError(SQLITE_NOMEM, statement: statement) }

    private func error(_ message: String) -> DatabaseError {
        DatabaseError(.mismatch, message, sql: DatabaseError.sql(of: statement))
    }

    private var kindOfValue: String {
        switch type {
        case SQLITE_INTEGER: "an integer"
        case SQLITE_FLOAT: "a real number"
        case SQLITE_TEXT: "text"
        case SQLITE_BLOB: "a blob"
        default: "NULL"
        }
    }
}
