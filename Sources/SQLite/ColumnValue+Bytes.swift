import CSQLite

/// Text goes in and out as UTF-8 with its length, so a NUL inside survives. Bytes in the file that are not
/// UTF-8 (an import that did not check) are read as U+FFFD rather than failing the page.
extension String: ColumnValue {
    @inlinable
    public func bind(to parameter: Parameter) throws(DatabaseError) {
        var text = self
        try parameter.check(text.withUTF8 { parameter.bind(text: $0, lifetime: .copied) })
    }

    @inlinable
    public static func read(_ column: Column) throws(DatabaseError) -> String {
        guard column.type == SQLITE_TEXT else { throw column.mismatch(Self.self) }
        // The length is asked for after the text: the first call may convert, and so change it.
        guard let bytes = sqlite3_column_text(column.statement, column.index) else { throw column.outOfMemory() }
        let count = Int(sqlite3_column_bytes(column.statement, column.index))
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }
}

extension Array: ColumnValue where Element == UInt8 {
    @inlinable
    public func bind(to parameter: Parameter) throws(DatabaseError) {
        try parameter.check(withUnsafeBytes { parameter.bind(blob: $0) })
    }

    @inlinable
    public static func read(_ column: Column) throws(DatabaseError) -> [UInt8] {
        guard column.type == SQLITE_BLOB else { throw column.mismatch(Self.self) }
        let bytes = sqlite3_column_blob(column.statement, column.index)
        let count = Int(sqlite3_column_bytes(column.statement, column.index))
        if bytes == nil && count > 0 { throw column.outOfMemory() }
        return Array(UnsafeRawBufferPointer(start: bytes, count: count))
    }
}
