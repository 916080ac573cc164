import CSQLite

extension Connection {
    /// Every row, mapped.
    @inlinable
    public func rows<T>(_ sql: SQL, _ values: any ColumnValue..., map: (Row) throws -> T) throws -> [T] {
        let statement = try lend(sql, values)
        defer { takeBack(statement) }
        var mapped: [T] = []
        while try statement.advance() { mapped.append(try map(Row(statement: statement.pointer))) }
        return mapped
    }

    /// The first row, mapped, or nil when there is none; further rows are not looked at.
    @inlinable
    public func first<T>(_ sql: SQL, _ values: any ColumnValue..., map: (Row) throws -> T) throws -> T? {
        let statement = try lend(sql, values)
        defer { takeBack(statement) }
        guard try statement.advance() else { return nil }
        let mapped = try map(Row(statement: statement.pointer))
        try statement.stop()
        return mapped
    }

    /// Row after row, for as long as `body` answers true.
    @inlinable
    public func each(_ sql: SQL, _ values: any ColumnValue..., body: (Row) throws -> Bool) throws {
        let statement = try lend(sql, values)
        defer { takeBack(statement) }
        while try statement.advance() {
            guard try body(Row(statement: statement.pointer)) else { return try statement.stop() }
        }
    }

    /// Runs a statement to its end and answers how many rows it inserted, changed or deleted itself,
    /// those of triggers and foreign key actions not counted.
    @discardableResult
    public func run(_ sql: SQL, _ values: any ColumnValue...) throws -> Int {
        let statement = try lend(sql, values)
        defer { takeBack(statement) }
        // sqlite3_changes keeps the figure of an earlier statement when this one is no INSERT, UPDATE or DELETE.
        let before = sqlite3_total_changes64(handle)
        while try statement.advance() {}
        return sqlite3_total_changes64(handle) == before ? 0 : Int(sqlite3_changes64(handle))
    }

    /// Several statements one after the other, without values. Not a transaction of its own.
    /// An error carries the one statement that failed.
    public func script(_ sql: SQL) throws {
        try sql.text.withCString { start in
            var next = start
            while next.pointee != 0 {
                var prepared: OpaquePointer?
                var tail: UnsafePointer<CChar>?
                let code = sqlite3_prepare_v2(handle, next, -1, &prepared, &tail)
                guard code == SQLITE_OK else {
                    throw DatabaseError(code, connection: handle, sql: String(cString: next))
                }
                if let prepared {
                    let statement = Statement(pointer: prepared)
                    while try statement.step() {}
                }
                guard let tail else { return }
                next = tail
            }
        }
    }
}
