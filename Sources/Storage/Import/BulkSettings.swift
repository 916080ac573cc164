import SQLite

/// How the writer's connection works while a great many rows go in, and back. Nothing here touches durability.
enum BulkSettings {
    static func with<T>(_ connection: Connection, _ body: () throws -> T) throws -> T {
        // One batch touches many pages of the companies' tree: they stay in memory, 96 MiB of them.
        try connection.run("PRAGMA cache_size = -98304")
        do {
            let result = try body()
            try end(connection)
            return result
        } catch {
            try end(connection)
            throw error
        }
    }

    private static func end(_ connection: Connection) throws {
        try connection.run("PRAGMA cache_size = -16384")
        // The log has grown by the whole search index.
        try connection.run("PRAGMA wal_checkpoint(TRUNCATE)")
    }
}
