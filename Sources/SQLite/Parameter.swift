import CSQLite

/// A place in a statement that a value is bound to.
public struct Parameter {
    @usableFromInline let statement: OpaquePointer
    /// Counted from 1, as `?1` is.
    @usableFromInline let index: Int32

    @usableFromInline
    enum Lifetime {
        /// SQLite takes its own copy.
        case copied
        /// The caller keeps the bytes in place until the statement is reset.
        case untilReset
    }

    @inlinable
    init(statement: OpaquePointer, index: Int32) {
        self.statement = statement
        self.index = index
    }

    @inlinable
    func bindNull() throws(DatabaseError) {
        try check(sqlite3_bind_null(statement, index))
    }

    /// A nil address would bind NULL, and an empty buffer may have one: empty text is not NULL.
    @inlinable
    func bind(text: UnsafeBufferPointer<UInt8>, lifetime: Lifetime) -> Int32 {
        // SQLITE_TRANSIENT is the address -1 and SQLITE_STATIC the address 0.
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        guard let start = text.baseAddress else {
            return sqlite3_bind_text64(statement, index, "", 0, transient, UInt8(SQLITE_UTF8))
        }
        let characters = UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self)
        let destructor = lifetime == .copied ? transient : nil
        return sqlite3_bind_text64(statement, index, characters, UInt64(text.count), destructor, UInt8(SQLITE_UTF8))
    }

    /// Likewise: an empty blob is not NULL.
    @inlinable
    func bind(blob: UnsafeRawBufferPointer) -> Int32 {
        guard let start = blob.baseAddress, !blob.isEmpty else { return sqlite3_bind_zeroblob(statement, index, 0) }
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        return sqlite3_bind_blob64(statement, index, start, UInt64(blob.count), transient)
    }

    @inlinable
    func check(_ code: Int32) throws(DatabaseError) {
        if code != SQLITE_OK { throw DatabaseError(code, statement: statement) }
    }

    /// For a value that cannot be stored as it is.
    public func refusal(_ reason: String) -> DatabaseError {
        DatabaseError(.mismatch, "parameter \(index): \(reason)", sql: DatabaseError.sql(of: statement))
    }
}
