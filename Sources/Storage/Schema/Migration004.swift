import SQLite

extension Schema {
    /// What a list of one's own sessions shows, sessions that outlive the browser, and a count of refused sign-ins.
    static let migration004 = Migration(
        name: "sessions that can be told apart",
        script: """
            -- "Firefox on Android", never the header itself.
            ALTER TABLE sessions ADD COLUMN device TEXT NOT NULL DEFAULT '';
            ALTER TABLE sessions ADD COLUMN is_remembered INTEGER NOT NULL DEFAULT 0 CHECK (is_remembered IN (0, 1));

            INSERT INTO counters VALUES ('refused sign-ins', 0);
            """
    )
}
