import SQLite

/// How the writer's connection works while a great many rows go in, and back. Nothing here touches durability.
enum BulkSettings {
    static func with<T>(_ connection: Connection, _ body: () throws -> T) throws -> T {
        // One batch touches many pages of the companies' tree: they stay in memory, 96 MiB of them.
        try connection.run("PRAGMA cache_size = -98304")
        try leaveLog(connection)
        do {
            let result = try body()
            try end(connection)
            return result
        } catch {
            try end(connection)
            throw error
        }
    }

    /// The write-ahead log has every new page written twice and its checksum worked out, a quarter of an import's time. A
    /// rollback journal holds only what stood in a page before, and in a new page nothing stood (sqlite.org/atomiccommit.html).
    /// Somebody who reads meanwhile would hold up a commit: so nobody may, and where somebody reads already the log stays.
    private static func leaveLog(_ connection: Connection) throws {
        try connection.run("PRAGMA wal_checkpoint(TRUNCATE)")
        do {
            try connection.run("PRAGMA journal_mode = TRUNCATE")
            try connection.run("PRAGMA locking_mode = EXCLUSIVE")
        } catch let error as DatabaseError where error.kind == .busy {}
    }

    private static func end(_ connection: Connection) throws {
        try connection.run("PRAGMA cache_size = -16384")
        try connection.run("PRAGMA locking_mode = NORMAL")
        // The lock goes with the next read.
        _ = try connection.first("SELECT count(*) FROM health") { try $0[0] as Int }
        try connection.run("PRAGMA journal_mode = WAL")
        // Where it stayed, the log has grown by the whole search index.
        try connection.run("PRAGMA wal_checkpoint(TRUNCATE)")
    }
}
