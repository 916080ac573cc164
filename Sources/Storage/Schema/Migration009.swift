import SQLite

extension Schema {
    /// People with a login of their own at the companies they work for, and which of them did what.
    static let migration009 = Migration(
        name: "members by invitation",
        script: """
            -- Made anew rather than changed: no program before this one puts anybody in.
            DROP TABLE members;

            -- One for each mail address, however many companies its owner works for: one password, one count of wrong ones.
            CREATE TABLE member_logins (
                id INTEGER PRIMARY KEY,
                email TEXT NOT NULL UNIQUE CHECK (email <> '' AND email = lower(email)),
                password_hash TEXT NOT NULL,
                failures INTEGER NOT NULL DEFAULT 0, locked_until INTEGER
            ) STRICT;

            CREATE TABLE members (
                id INTEGER PRIMARY KEY,
                contractor_id INTEGER NOT NULL REFERENCES contractors ON DELETE CASCADE,
                name TEXT NOT NULL CHECK (name <> ''),
                email TEXT NOT NULL CHECK (email <> ''),
                may_manage INTEGER NOT NULL DEFAULT 0 CHECK (may_manage IN (0, 1)),
                added_at INTEGER NOT NULL,
                invitation_hash BLOB UNIQUE, invitation_ends_at INTEGER,
                -- NULL: invited, and not come yet.
                login_id INTEGER REFERENCES member_logins, joined_at INTEGER,
                signed_in_at INTEGER,
                -- Removed people stay, for what they did is told with their names.
                removed_at INTEGER,
                CHECK ((invitation_hash IS NULL) = (invitation_ends_at IS NULL)),
                CHECK (invitation_hash IS NULL OR (joined_at IS NULL AND removed_at IS NULL)),
                CHECK (removed_at IS NULL OR login_id IS NULL),
                CHECK (removed_at IS NOT NULL OR (login_id IS NULL) = (joined_at IS NULL))
            ) STRICT;
            CREATE UNIQUE INDEX members_once ON members (contractor_id, lower(email)) WHERE removed_at IS NULL;
            CREATE INDEX members_contractor ON members (contractor_id);
            CREATE INDEX members_login ON members (login_id) WHERE login_id IS NOT NULL;

            CREATE TRIGGER members_removed AFTER UPDATE OF removed_at ON members WHEN new.removed_at IS NOT NULL BEGIN
                DELETE FROM sessions WHERE member_id = new.id;
            END;
            -- A password that opens nothing is not kept.
            CREATE TRIGGER members_left AFTER UPDATE OF login_id ON members WHEN old.login_id IS NOT NULL BEGIN
                DELETE FROM member_logins
                WHERE id = old.login_id AND NOT EXISTS (SELECT 1 FROM members WHERE login_id = old.login_id);
            END;
            CREATE TRIGGER sessions_of_members BEFORE INSERT ON sessions
            WHEN new.member_id IS NOT NULL AND new.contractor_id IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM members WHERE id = new.member_id AND contractor_id = new.contractor_id)
            BEGIN
                SELECT raise(ABORT, 'a member has sessions at the own company only');
            END;

            -- NULL: the company's shared login.
            ALTER TABLE payments ADD COLUMN member_id INTEGER REFERENCES members;
            ALTER TABLE attachments ADD COLUMN member_id INTEGER REFERENCES members;
            ALTER TABLE inspections ADD COLUMN requested_by_member INTEGER REFERENCES members;
            ALTER TABLE outbox ADD COLUMN member_id INTEGER REFERENCES members;

            CREATE INDEX events_contractor ON events (contractor_id) WHERE contractor_id IS NOT NULL;
            CREATE INDEX events_member ON events (member_id) WHERE member_id IS NOT NULL;
            """
    )
}
