import CSQLite

/// One connection to the database file, with its statements.
///
/// Not Sendable: it is opened without SQLite's own lock, so the thread that opened it is the only one to use it.
/// Statements are prepared once and kept; each is reset, and its values let go, whether it ends well or not.
public final class Connection {
    public enum Mode: Sendable {
        /// May create the file. A file in use has one writer, its Database's (see Pragmas).
        case writer
        case reader
    }

    let handle: OpaquePointer
    private var cache = StatementCache()
    var hasBegun = false

    public init(path: String, mode: Mode) throws(DatabaseError) {
        let access = mode == .writer ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY
        let flags = access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        var opened: OpaquePointer?
        _ = Pragmas.library
        let code = sqlite3_open_v2(path, &opened, flags, nil)
        guard code == SQLITE_OK, let opened else {
            // A failed open still answers with a connection that holds the message and has to be closed.
            let error = DatabaseError(code, connection: opened, sql: "open \(path)")
            sqlite3_close_v2(opened)
            throw error
        }
        handle = opened
        try Pragmas.apply(to: self, mode: mode)
    }

    deinit {
        cache.removeAll()
        // v2 waits for statements that a caller still holds, instead of refusing to close.
        sqlite3_close_v2(handle)
    }

    public var lastInsertedRowID: Int64 { sqlite3_last_insert_rowid(handle) }

    /// Rows that the last INSERT, UPDATE or DELETE itself changed; those of its triggers do not count.
    public var changes: Int { Int(sqlite3_changes64(handle)) }

    /// A statement of the caller's own, outside the cache.
    public func statement(_ sql: SQL) throws -> Statement {
        try StatementCache.prepare(sql, on: handle, flags: UInt32(SQLITE_PREPARE_PERSISTENT))
    }

    @usableFromInline
    func lend(_ sql: SQL, _ values: [any ColumnValue]) throws(DatabaseError) -> Statement {
        let statement = try cache.lend(sql, on: handle)
        do throws(DatabaseError) {
            try statement.bindAll(values)
        } catch {
            takeBack(statement)
            throw error
        }
        return statement
    }

    @usableFromInline
    func takeBack(_ statement: Statement) {
        statement.reset()
        statement.isLent = false
    }
}
