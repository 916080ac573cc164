import SQLite

extension Schema {
    /// Mail addresses that wait to be confirmed: of people who sign up, and of accounts that change theirs.
    static let migration010 = Migration(
        name: "mail addresses to be confirmed",
        script: """
            CREATE TABLE confirmations (
                id INTEGER PRIMARY KEY,
                email TEXT NOT NULL CHECK (email <> ''),
                -- Whose address it shall be. NULL: of somebody who has no account yet.
                contractor_id INTEGER REFERENCES contractors ON DELETE CASCADE,
                client TEXT NOT NULL,
                asked_at INTEGER NOT NULL,
                -- Confirmed, taken back, or followed by another.
                ended_at INTEGER
            ) STRICT;
            CREATE INDEX confirmations_email ON confirmations (lower(email), asked_at);
            CREATE INDEX confirmations_client ON confirmations (client, asked_at);
            CREATE INDEX confirmations_contractor ON confirmations (contractor_id, asked_at) WHERE contractor_id IS NOT NULL;
            CREATE UNIQUE INDEX confirmations_open ON confirmations (contractor_id)
                WHERE contractor_id IS NOT NULL AND ended_at IS NULL;
            CREATE INDEX confirmations_asked ON confirmations (asked_at);

            -- One for each time the mail left: the token itself is in that mail alone.
            CREATE TABLE confirmation_links (
                token_hash BLOB PRIMARY KEY,
                confirmation_id INTEGER NOT NULL REFERENCES confirmations ON DELETE CASCADE,
                ends_at INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX confirmation_links_confirmation ON confirmation_links (confirmation_id);

            -- The account that there will be. Several may wait under one address, each for its own link.
            CREATE TABLE sign_ups (
                confirmation_id INTEGER PRIMARY KEY REFERENCES confirmations ON DELETE CASCADE,
                name TEXT NOT NULL CHECK (name <> ''),
                address TEXT NOT NULL, city TEXT NOT NULL, state TEXT NOT NULL, zip TEXT NOT NULL, phone TEXT NOT NULL,
                password_hash TEXT NOT NULL
            ) STRICT;

            ALTER TABLE outbox ADD COLUMN confirmation_id INTEGER REFERENCES confirmations ON DELETE SET NULL;
            CREATE INDEX outbox_confirmation ON outbox (confirmation_id) WHERE confirmation_id IS NOT NULL;
            -- Public users sign in by their names too.
            CREATE INDEX contractors_public_name ON contractors (lower(company_name)) WHERE kind = 'public';
            """
    )
}
