import SQLite

extension Schema {
    /// Public users, people of a company with logins of their own, and a chain through the record of who did what.
    static let migration005 = Migration(
        name: "members, public users and chained events",
        script: """
            -- A public user has a dashboard, a cart, payments and permits as a company has, and so is kept among them.
            ALTER TABLE contractors ADD COLUMN kind TEXT NOT NULL DEFAULT 'company'
                CHECK (kind = 'company' OR (kind = 'public' AND license IS NULL AND email <> ''));
            CREATE UNIQUE INDEX contractors_public ON contractors (lower(email)) WHERE kind = 'public';
            DROP INDEX contractors_signing_in;
            CREATE INDEX contractors_signing_in ON contractors (company_name, license)
                WHERE kind = 'company' AND (first_password_hash IS NOT NULL OR password_hash IS NOT NULL);
            -- NULL: put there by the office.
            ALTER TABLE permit_contractors ADD COLUMN linked_at INTEGER;

            CREATE TABLE members (
                id INTEGER PRIMARY KEY,
                contractor_id INTEGER NOT NULL REFERENCES contractors ON DELETE CASCADE,
                name TEXT NOT NULL CHECK (name <> ''),
                email TEXT NOT NULL CHECK (email <> ''),
                may_manage INTEGER NOT NULL DEFAULT 0 CHECK (may_manage IN (0, 1)),
                password_hash TEXT, invitation_hash BLOB UNIQUE, invitation_ends_at INTEGER,
                failures INTEGER NOT NULL DEFAULT 0, locked_until INTEGER,
                added_at INTEGER NOT NULL,
                -- Removed people stay, for what they did is told with their names.
                removed_at INTEGER,
                CHECK (removed_at IS NULL OR (password_hash IS NULL AND invitation_hash IS NULL))
            ) STRICT;
            CREATE UNIQUE INDEX members_email ON members (lower(email)) WHERE removed_at IS NULL;
            CREATE INDEX members_contractor ON members (contractor_id);
            ALTER TABLE sessions ADD COLUMN member_id INTEGER REFERENCES members ON DELETE CASCADE
                CHECK (member_id IS NULL OR contractor_id IS NOT NULL);
            CREATE INDEX sessions_member ON sessions (member_id) WHERE member_id IS NOT NULL;

            ALTER TABLE events ADD COLUMN member_id INTEGER REFERENCES members;
            -- The network address that it was done from.
            ALTER TABLE events ADD COLUMN client TEXT NOT NULL DEFAULT '';
            -- Of this entry and the digest before it. NULL: older than the chain; the first digest covers those too.
            ALTER TABLE events ADD COLUMN digest BLOB CHECK (digest IS NULL OR length(digest) = 32);
            """
    )
}
