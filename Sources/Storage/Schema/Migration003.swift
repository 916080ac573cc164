import SQLite

extension Schema {
    /// Mail that waits to be sent, and requests for a new password.
    static let migration003 = Migration(
        name: "outbox and forgotten passwords",
        script: """
            -- Whoever asks for a new password: each request counts, also of an address that nobody has on file.
            CREATE TABLE password_resets (
                id INTEGER PRIMARY KEY,
                email TEXT NOT NULL,
                client TEXT NOT NULL,
                asked_at INTEGER NOT NULL,
                failures INTEGER NOT NULL DEFAULT 0,
                used_at INTEGER
            ) STRICT;
            CREATE INDEX password_resets_email ON password_resets (email, asked_at);
            CREATE INDEX password_resets_client ON password_resets (client, asked_at);
            CREATE INDEX password_resets_asked ON password_resets (asked_at);

            -- One for each time the request's mail left: the token itself is in that mail alone.
            CREATE TABLE password_reset_links (
                token_hash BLOB PRIMARY KEY,
                reset_id INTEGER NOT NULL REFERENCES password_resets ON DELETE CASCADE,
                ends_at INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX password_reset_links_reset ON password_reset_links (reset_id);
            CREATE INDEX contractors_email ON contractors (lower(email)) WHERE email <> '';

            CREATE TABLE outbox (
                id INTEGER PRIMARY KEY,
                identifier TEXT NOT NULL UNIQUE,
                kind TEXT NOT NULL,
                recipient TEXT NOT NULL CHECK (recipient <> ''), recipient_name TEXT NOT NULL,
                subject TEXT NOT NULL,
                -- NULL: removed some time after it was sent.
                body TEXT,
                contractor_id INTEGER REFERENCES contractors,
                permit_id INTEGER REFERENCES permits,
                reset_id INTEGER REFERENCES password_resets ON DELETE SET NULL,
                created_at INTEGER NOT NULL,
                -- Since when it is to be sent: when it was written, or when the office last asked for it.
                queued_at INTEGER NOT NULL,
                state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'failed')),
                attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
                next_attempt_at INTEGER,
                last_error TEXT NOT NULL DEFAULT '',
                sent_at INTEGER,
                CHECK ((state = 'waiting') = (next_attempt_at IS NOT NULL)),
                CHECK ((state = 'sent') = (sent_at IS NOT NULL)),
                CHECK (body IS NOT NULL OR state = 'sent')
            ) STRICT;
            CREATE INDEX outbox_waiting ON outbox (next_attempt_at) WHERE state = 'waiting';
            CREATE INDEX outbox_failed ON outbox (id) WHERE state = 'failed';
            CREATE INDEX outbox_sent ON outbox (sent_at) WHERE state = 'sent';
            CREATE INDEX outbox_bodies ON outbox (sent_at) WHERE state = 'sent' AND body IS NOT NULL;
            CREATE INDEX outbox_contractor ON outbox (contractor_id) WHERE contractor_id IS NOT NULL;
            CREATE INDEX outbox_permit ON outbox (permit_id) WHERE permit_id IS NOT NULL;
            CREATE INDEX outbox_reset ON outbox (reset_id) WHERE reset_id IS NOT NULL;
            CREATE TRIGGER outbox_sent_once BEFORE UPDATE OF state, sent_at ON outbox WHEN old.state = 'sent' BEGIN
                SELECT raise(ABORT, 'a mail that was sent stays sent');
            END;
            """
    )
}
