import SQLite

/// The full-text index over permits. Triggers keep it row by row; a bulk load lets go of it and has it rebuilt at the end.
struct SearchIndex {
    let connection: Connection

    var isKept: Bool {
        get throws { try connection.first("SELECT is_kept FROM search_index") { try $0[0] } ?? true }
    }

    /// Until the rebuild the insertions' trigger is away: asking it a million times whether to do nothing takes a second.
    func letGo() throws {
        try connection.run("UPDATE search_index SET is_kept = 0")
        try connection.run("DROP TRIGGER IF EXISTS permits_search_insert")
    }

    /// As the first migration has it.
    private static let insertTrigger: SQL = """
        CREATE TRIGGER IF NOT EXISTS permits_search_insert AFTER INSERT ON permits
        WHEN (SELECT is_kept FROM search_index) BEGIN
            INSERT INTO permit_search (rowid, address, city, description, contractor_name)
            VALUES (new.id, new.address, new.city, new.description, new.contractor_name);
        END
        """

    func rebuildIfNeeded() throws {
        guard try !isKept else { return }
        try connection.transaction {
            // Terms are gathered in memory and written as a segment whenever 64 MiB are full, and the few segments are left
            // unmerged: half the time. FTS5's own settings come back, for they are kept in the file.
            try connection.run("INSERT INTO permit_search (permit_search, rank) VALUES ('hashsize', ?)", 64 << 20)
            try connection.run("INSERT INTO permit_search (permit_search, rank) VALUES ('automerge', ?)", 0)
            try connection.run("INSERT INTO permit_search (permit_search) VALUES ('rebuild')")
            try connection.run("INSERT INTO permit_search (permit_search, rank) VALUES ('hashsize', ?)", 1 << 20)
            try connection.run("INSERT INTO permit_search (permit_search, rank) VALUES ('automerge', ?)", 4)
            try connection.run(Self.insertTrigger)
            try connection.run("UPDATE search_index SET is_kept = 1")
        }
    }
}
