import SQLite

extension SearchIndex {
    /// Throws when the index does not agree with the permits' texts (sqlite.org/fts5.html#the_integrity_check_command).
    func check() throws {
        try connection.run("INSERT INTO permit_search (permit_search, rank) VALUES ('integrity-check', 1)")
    }
}
