import Permitting
import SQLite

/// The status words in use, and what the agency file makes of them.
struct StatusMap {
    let connection: Connection

    func note(_ status: PermitStatus) throws {
        try connection.run(
            "INSERT INTO statuses (word, state, listing) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            status.word, status.state, status.listing)
    }

    /// Permits of a word whose meaning the agency changed since take the new one.
    func apply(_ statuses: AgencyStatuses) throws {
        let used = try connection.rows("SELECT word, state, listing FROM statuses") { row in
            PermitStatus(word: try row[0], state: try row[1], listing: try row[2])
        }
        for old in used {
            let status = statuses.status(old.word)
            guard status != old else { continue }
            try connection.run(
                "UPDATE permits SET state = ?, listing = ? WHERE status = ?", status.state, status.listing, status.word)
            try connection.run(
                "UPDATE statuses SET state = ?, listing = ? WHERE word = ?", status.state, status.listing, status.word)
        }
    }
}
