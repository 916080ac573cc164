import SQLite

extension Schema {
    /// Forms that were sent after their session had ended.
    static let migration006 = Migration(
        name: "forms kept past the end of a session",
        script: """
            -- Whose page a form stood on, told by the page's token, which opens nothing any more.
            CREATE TABLE ended_sessions (
                csrf TEXT PRIMARY KEY,
                contractor_id INTEGER NOT NULL REFERENCES contractors ON DELETE CASCADE,
                member_id INTEGER REFERENCES members ON DELETE CASCADE,
                seen_at INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX ended_sessions_seen ON ended_sessions (seen_at);
            CREATE INDEX sessions_csrf ON sessions (csrf);
            CREATE TRIGGER sessions_end AFTER DELETE ON sessions WHEN old.contractor_id IS NOT NULL BEGIN
                INSERT OR REPLACE INTO ended_sessions (csrf, contractor_id, member_id, seen_at)
                VALUES (old.csrf, old.contractor_id, old.member_id, old.seen_at);
            END;

            CREATE TABLE kept_forms (
                id INTEGER PRIMARY KEY,
                contractor_id INTEGER NOT NULL REFERENCES contractors ON DELETE CASCADE,
                member_id INTEGER REFERENCES members ON DELETE CASCADE,
                path TEXT NOT NULL,
                -- As a browser sends them, without passwords.
                fields TEXT NOT NULL,
                kept_at INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX kept_forms_contractor ON kept_forms (contractor_id, id);
            CREATE INDEX kept_forms_kept ON kept_forms (kept_at);
            """
    )
}
