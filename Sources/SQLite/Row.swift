import CSQLite

/// A view of the row that a statement stands on. It must not be kept: once the closure it was handed to
/// returns, the statement moves on and the view shows something else or nothing valid. Read what is needed.
public struct Row {
    @usableFromInline let statement: OpaquePointer

    @inlinable
    init(statement: OpaquePointer) {
        self.statement = statement
    }

    /// The value in a column, counted from 0. A NULL where `T` is not optional, a value of another type, or a
    /// column that is not there throws `.mismatch`, which names the column and carries the SQL.
    @inlinable
    public subscript<T: ColumnValue>(index: Int) -> T {
        get throws(DatabaseError) {
            try T.read(Column(statement: statement, index: Int32(clamping: index)))
        }
    }

    public var count: Int { Int(sqlite3_column_count(statement)) }
}
