import CSQLite

/// Every pragma a connection is opened with, in order, each with its reason (sqlite.org/pragma.html).
enum Pragmas {
    static func apply(to connection: Connection, mode: Connection.Mode) throws(DatabaseError) {
        for pragma in common { try set(pragma, on: connection) }
        switch mode {
        case .writer:
            try openLog(on: connection)
            for pragma in writer { try set(pragma, on: connection) }
        case .reader:
            for pragma in reader { try set(pragma, on: connection) }
        }
    }

    /// Set once, before the first connection is opened. Statistics of memory are counted under one lock for all connections,
    /// which two busy readers spend much of their time waiting for (sqlite.org/c3ref/c_config_covering_index_scan.html).
    /// Refused when SQLite is in use already by somebody else in this process, which costs speed only.
    static let library: Int32 = sqlite3_config_memstatus(0)

    private static let common: [SQL] = [
        // First, for the others may already have to wait: 5 s for a lock, then `busy` instead of a hung request.
        "PRAGMA busy_timeout = 5000",
        // Reads come straight from the system's page cache: no copy, and no memory of ours. Debian's library caps
        // this just under 2 GiB; what lies beyond is read the ordinary way.
        "PRAGMA mmap_size = 4294967296",
        // Sorts and temporary tables stay in memory up to the cache's size and then go to a file (unlinked at
        // once), so that one large listing cannot take the server's memory.
        "PRAGMA temp_store = FILE",
    ]

    private static let reader: [SQL] = [
        // Views may not call functions that have side effects: to a reader the file is data, not a program. The writer
        // has to trust it: SQLite counts the full-text tables that triggers keep among what is not safe.
        "PRAGMA trusted_schema = OFF",
        // Mapped pages do not count towards it; 1 MiB for each of some eight readers (negative: in KiB).
        "PRAGMA cache_size = -1024",
        // Opened read-only already; this also refuses writes to attached and temporary tables.
        "PRAGMA query_only = ON",
        // SQLite before 3.51.3 may lose a commit when two connections write or checkpoint at once
        // (the WAL-reset bug): only the writer does either.
        "PRAGMA wal_autocheckpoint = 0",
    ]

    /// Readers never wait for the writer, nor the writer for them. SQLite answers with the mode that holds: where
    /// there is no shared memory (a network's file system) it stays another, and what this module promises is untrue.
    private static func openLog(on connection: Connection) throws(DatabaseError) {
        let pragma: SQL = "PRAGMA journal_mode = WAL"
        let statement = try connection.lend(pragma, [])
        defer { connection.takeBack(statement) }
        let mode: String = try statement.step() ? statement.row[0] : "unknown"
        guard mode == "wal" else {
            let message = "no write-ahead log on this file system, the journal mode is \(mode)"
            throw DatabaseError(.cannotOpen, message, sql: pragma.text)
        }
    }

    private static let writer: [SQL] = [
        // Each commit is synced before it is answered: fees and payments are recorded here.
        "PRAGMA synchronous = FULL",
        // Off by default, for the sake of files from before 2009.
        "PRAGMA foreign_keys = ON",
        // A damaged page is found when it is loaded, not after the damage has been written on. Not for readers, who
        // would go through a mapped page's cells each time they come by: that doubles the cost of a look-up.
        "PRAGMA cell_size_check = ON",
        // Room for one batch of writes and for the inner pages of the indexes they touch: 16 MiB.
        "PRAGMA cache_size = -16384",
        // The log is copied into the file every 1000 pages (4 MB), before reading it through becomes slow.
        "PRAGMA wal_autocheckpoint = 1000",
        // After an import the log is cut back to 64 MiB at the next restart instead of keeping its full length.
        "PRAGMA journal_size_limit = 67108864",
    ]

    private static func set(_ pragma: SQL, on connection: Connection) throws(DatabaseError) {
        let statement = try StatementCache.prepare(pragma, on: connection.handle, flags: 0)
        while try statement.step() {}
    }
}
