import SQLite

extension Schema {
    /// A second factor for the office's own people, and accounts of theirs that are closed for a time or for good.
    static let migration007 = Migration(
        name: "second factors, and staff who left",
        script: """
            ALTER TABLE staff ADD COLUMN deactivated_at INTEGER;
            -- Shorter than what stands alone: it counts only together with a second factor.
            ALTER TABLE staff ADD COLUMN has_short_password INTEGER NOT NULL DEFAULT 0 CHECK (has_short_password IN (0, 1));
            ALTER TABLE outbox ADD COLUMN staff_id INTEGER REFERENCES staff;
            CREATE INDEX outbox_staff ON outbox (staff_id) WHERE staff_id IS NOT NULL;

            -- Somebody has to be left who can let people in again.
            CREATE TRIGGER staff_administrators BEFORE UPDATE OF role, deactivated_at ON staff
            WHEN old.role = 'administrator' AND old.deactivated_at IS NULL AND old.password_hash IS NOT NULL
                AND (new.role <> 'administrator' OR new.deactivated_at IS NOT NULL)
                AND NOT EXISTS (
                    SELECT 1 FROM staff
                    WHERE role = 'administrator' AND deactivated_at IS NULL AND password_hash IS NOT NULL AND id <> old.id
                )
            BEGIN
                SELECT raise(ABORT, 'the office keeps an administrator');
            END;

            CREATE TABLE second_factors (
                staff_id INTEGER PRIMARY KEY REFERENCES staff ON DELETE CASCADE,
                -- What codes are worked out from: it cannot be a hash. NULL until a code of it was typed.
                secret BLOB CHECK (length(secret) = 20),
                confirmed_at INTEGER,
                -- The last half minute whose code was taken: none is taken twice.
                used_step INTEGER NOT NULL DEFAULT 0,
                -- Shown, and no code of it typed yet.
                new_secret BLOB CHECK (length(new_secret) = 20),
                new_since INTEGER,
                CHECK ((secret IS NULL) = (confirmed_at IS NULL)),
                CHECK ((new_secret IS NULL) = (new_since IS NULL))
            ) STRICT;

            CREATE TABLE recovery_codes (
                id INTEGER PRIMARY KEY,
                staff_id INTEGER NOT NULL REFERENCES staff ON DELETE CASCADE,
                hash TEXT NOT NULL,
                used_at INTEGER
            ) STRICT;
            CREATE INDEX recovery_codes_staff ON recovery_codes (staff_id);
            CREATE TRIGGER recovery_codes_once BEFORE UPDATE ON recovery_codes WHEN old.used_at IS NOT NULL BEGIN
                SELECT raise(ABORT, 'a recovery code works once');
            END;
            """
    )
}
