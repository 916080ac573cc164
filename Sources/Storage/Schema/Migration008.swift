import SQLite

extension Schema {
    /// Other ways to sign in for the first time.
    static let migration008 = Migration(
        name: "first passwords of other kinds",
        script: """
            -- When somebody first came in by the first password: its owner is told once.
            ALTER TABLE contractors ADD COLUMN first_password_used_at INTEGER;

            -- Where a telephone number is the first password, the list of companies holds those that have one. Worked out when
            -- asked for, kept nowhere; TelephoneNumber says the same.
            ALTER TABLE contractors ADD COLUMN telephone TEXT GENERATED ALWAYS AS (
                ltrim(replace(replace(replace(replace(replace(replace(replace(
                    substr(
                        replace(lower(phone), 'ext', 'x'), 1, instr(replace(lower(phone), 'ext', 'x') || 'x', 'x') - 1),
                    ' ', ''), '-', ''), '.', ''), '(', ''), ')', ''), '/', ''), '+', ''), '1')) VIRTUAL;
            ALTER TABLE contractors ADD COLUMN has_telephone INTEGER GENERATED ALWAYS AS (
                telephone GLOB '[2-9][0-9][0-9][2-9][0-9][0-9][0-9][0-9][0-9][0-9]'
                AND trim(telephone, substr(telephone, 1, 1)) <> '') VIRTUAL;
            CREATE INDEX contractors_signing_in_by_telephone ON contractors (company_name, license)
                WHERE kind = 'company' AND (first_password_hash IS NOT NULL OR password_hash IS NOT NULL OR has_telephone);

            -- What the command line needs of the agency file that it is given none of.
            CREATE TABLE office (
                id INTEGER PRIMARY KEY CHECK (id = 1),
                first_password TEXT NOT NULL
            ) STRICT;
            """
    )
}
