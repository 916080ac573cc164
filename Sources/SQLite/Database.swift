/// The SQLite module: a thin layer over libsqlite3 that knows nothing of permits.
///
/// One `Database` is one file: one thread writes it, any number of threads read it, each through a `Connection` of
/// its own. SQL is literals in the source, values are bound, every fault is a `DatabaseError`. What waits together
/// commits together, and nobody is answered before the commit is on disk. Only the writer checkpoints; no other
/// program may open the live file for writing (SQLite 3.40's WAL-reset bug, see Pragmas).
public final class Database: Sendable {
    /// As many callers may wait for the writer; the next one gets `.queueFull`.
    public static let queueLimit = 1024

    public let path: String
    let writer: Writer

    /// Opens or creates the file and brings it to the program's schema. Throws `DatabaseError` or `MigrationError`.
    public convenience init(path: String, migrations: [Migration]) throws {
        try self.init(path: path, migrations: migrations, queueLimit: Self.queueLimit)
    }

    init(path: String, migrations: [Migration], queueLimit: Int) throws {
        self.path = path
        writer = try Writer(limit: queueLimit) {
            let connection = try Connection(path: path, mode: .writer)
            try Migrator(migrations).migrate(connection)
            return connection
        }
    }

    deinit { writer.close() }

    /// A new read-only connection, for the calling thread alone.
    public func reader() throws -> Connection {
        try Connection(path: path, mode: .reader)
    }

    /// Runs `body` on the writer, in a transaction that it shares with the other writes waiting, and answers when it
    /// is on disk. What `body` throws undoes its own changes only, and is thrown here.
    ///
    /// `body` may run twice, when the transaction it shared was lost: it must touch nothing but the connection and
    /// what it returns. It may not begin or end transactions (`transaction` is a savepoint here). Throws `.queueFull`
    /// when `queueLimit` callers are waiting, `.closed` after `close`, `.misuse` when called from inside a write.
    @discardableResult
    public func write<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) throws -> T {
        try writer.run(bulk: false, body)
    }

    /// Runs `body` on the writer without a transaction, for imports that commit in batches of their own, and for
    /// VACUUM and checkpoints. Other writes wait meanwhile. A transaction left open is rolled back, and an error.
    @discardableResult
    public func bulk<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) throws -> T {
        try writer.run(bulk: true, body)
    }

    public var statistics: WriteStatistics { figures.statistics }

    /// Lets the writes that wait finish, empties the log into the file, and closes the writer. Readers stay with
    /// their threads. Called again, or from inside a write, it does not wait for itself.
    public func close() {
        writer.close()
    }
}
