import SQLite

extension Schema {
    /// Files that hang on permits. Their content lies beside the database; here stands what it is and that it was there.
    static let migration002 = Migration(
        name: "attachments",
        script: """
            CREATE TABLE attachments (
                id INTEGER PRIMARY KEY,
                permit_id INTEGER NOT NULL REFERENCES permits,
                -- The name it is kept under, which nobody chose.
                file TEXT NOT NULL UNIQUE CHECK (length(file) = 32),
                name TEXT NOT NULL CHECK (name <> ''),
                kind TEXT NOT NULL CHECK (kind <> ''),
                size INTEGER NOT NULL CHECK (size > 0),
                digest BLOB NOT NULL CHECK (length(digest) = 32),
                description TEXT NOT NULL CHECK (description <> ''),
                contractor_id INTEGER REFERENCES contractors, staff_id INTEGER REFERENCES staff,
                sent_at INTEGER NOT NULL,
                removed_at INTEGER,
                CHECK (contractor_id IS NULL OR staff_id IS NULL)
            ) STRICT;
            -- The same file with the same words is there once, however often its form is sent.
            CREATE UNIQUE INDEX attachments_once ON attachments (permit_id, digest, name, description) WHERE removed_at IS NULL;
            CREATE INDEX attachments_permit ON attachments (permit_id, removed_at, sent_at, size);
            CREATE INDEX attachments_sent ON attachments (contractor_id, sent_at, size) WHERE contractor_id IS NOT NULL;

            -- What was sent stays as it was; it can be removed, once.
            CREATE TRIGGER attachments_stay BEFORE UPDATE ON attachments
            WHEN old.removed_at IS NOT NULL OR new.removed_at IS NULL
                OR (new.permit_id, new.file, new.name, new.kind, new.size, new.digest, new.description, new.sent_at)
                    IS NOT (old.permit_id, old.file, old.name, old.kind, old.size, old.digest, old.description, old.sent_at)
            BEGIN
                SELECT raise(ABORT, 'an attachment does not change, but for its removal');
            END;
            CREATE TRIGGER attachments_remain BEFORE DELETE ON attachments BEGIN
                SELECT raise(ABORT, 'a removed attachment is still told of');
            END;
            """
    )
}
