import SQLite

/// The full-text index over permits. Triggers keep it row by row; a bulk load lets go of it and has it rebuilt at the end.
struct SearchIndex {
    let connection: Connection

    var isKept: Bool {
        get throws { try connection.first("SELECT is_kept FROM search_index") { try $0[0] } ?? true }
    }

    func letGo() throws { try connection.run("UPDATE search_index SET is_kept = 0") }

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
            try connection.run("UPDATE search_index SET is_kept = 1")
        }
    }
}
