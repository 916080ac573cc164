import SQLite

extension Schema {
    /// The first records of a permit office: permits with all that hangs on them, accounts, fees, payments, inspections.
    static let migration001 = Migration(
        name: "records of a permit office",
        script: """
            CREATE TABLE statuses (
                word TEXT PRIMARY KEY,
                state TEXT NOT NULL,
                listing INTEGER NOT NULL CHECK (listing IN (0, 1, 2))
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE permits (
                id INTEGER PRIMARY KEY,
                number TEXT NOT NULL UNIQUE CHECK (number <> ''),
                type TEXT NOT NULL,
                subtype TEXT NOT NULL DEFAULT '',
                description TEXT NOT NULL DEFAULT '',
                status TEXT NOT NULL,
                -- Spelled out: for IN with a list SQLite 3.40 builds a little table at each insert, half of an import's time.
                state TEXT NOT NULL CHECK (
                    state = 'finaled' OR state = 'active' OR state = 'expired' OR state = 'cancelled'
                    OR state = 'pending' OR state = 'ready' OR state = 'unknown'),
                listing INTEGER NOT NULL CHECK (listing BETWEEN 0 AND 2),
                applied_on TEXT, approved_on TEXT, issued_on TEXT, finaled_on TEXT, expires_on TEXT,
                notes TEXT NOT NULL DEFAULT '',
                address TEXT NOT NULL DEFAULT '', city TEXT NOT NULL DEFAULT '',
                site_state TEXT NOT NULL DEFAULT '', zip TEXT NOT NULL DEFAULT '', parcel TEXT NOT NULL DEFAULT '',
                latitude REAL, longitude REAL,
                valuation INTEGER, square_feet REAL, housing_units REAL,
                contractor_name TEXT NOT NULL DEFAULT '',
                type_mapped TEXT NOT NULL DEFAULT '', class TEXT NOT NULL DEFAULT '',
                class_mapped TEXT NOT NULL DEFAULT '', subtype_mapped TEXT NOT NULL DEFAULT '',
                imported_digest INTEGER
            ) STRICT;
            CREATE INDEX permits_ready ON permits (number) WHERE state = 'ready';

            -- Words of a permit's texts; its number is found by the b-tree. Rank is never asked for (columnsize). One list holds
            -- what begins with "re" and one with "resi", where thousands of words would have to be merged; the search
            -- makes "r" and "res" out of those (SearchWords). Each further length would cost an import a tenth of its time.
            CREATE VIRTUAL TABLE permit_search USING fts5 (
                address, city, description, contractor_name,
                content = 'permits', content_rowid = 'id', columnsize = 0,
                prefix = '2 4', detail = 'column', tokenize = 'unicode61'
            );
            CREATE TABLE search_index (is_kept INTEGER NOT NULL CHECK (is_kept IN (0, 1))) STRICT;
            INSERT INTO search_index VALUES (1);

            CREATE TRIGGER permits_search_insert AFTER INSERT ON permits
            WHEN (SELECT is_kept FROM search_index) BEGIN
                INSERT INTO permit_search (rowid, address, city, description, contractor_name)
                VALUES (new.id, new.address, new.city, new.description, new.contractor_name);
            END;
            CREATE TRIGGER permits_search_update AFTER UPDATE OF address, city, description, contractor_name ON permits
            WHEN (SELECT is_kept FROM search_index) BEGIN
                INSERT INTO permit_search (permit_search, rowid, address, city, description, contractor_name)
                VALUES ('delete', old.id, old.address, old.city, old.description, old.contractor_name);
                INSERT INTO permit_search (rowid, address, city, description, contractor_name)
                VALUES (new.id, new.address, new.city, new.description, new.contractor_name);
            END;
            CREATE TRIGGER permits_search_delete AFTER DELETE ON permits
            WHEN (SELECT is_kept FROM search_index) BEGIN
                INSERT INTO permit_search (permit_search, rowid, address, city, description, contractor_name)
                VALUES ('delete', old.id, old.address, old.city, old.description, old.contractor_name);
            END;

            CREATE TABLE contractors (
                id INTEGER PRIMARY KEY,
                company_name TEXT NOT NULL CHECK (company_name <> ''),
                license TEXT UNIQUE,
                address TEXT NOT NULL DEFAULT '', city TEXT NOT NULL DEFAULT '',
                state TEXT NOT NULL DEFAULT '', zip TEXT NOT NULL DEFAULT '',
                email TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '',
                cell_phone TEXT NOT NULL DEFAULT '', fax TEXT NOT NULL DEFAULT '',
                first_password_hash TEXT, password_hash TEXT,
                security_question TEXT NOT NULL DEFAULT '', secret_answer_hash TEXT,
                failures INTEGER NOT NULL DEFAULT 0, locked_until INTEGER,
                CHECK (first_password_hash IS NULL OR password_hash IS NULL)
            ) STRICT;
            CREATE INDEX contractors_name ON contractors (company_name);
            CREATE INDEX contractors_signing_in ON contractors (company_name, license)
                WHERE first_password_hash IS NOT NULL OR password_hash IS NOT NULL;

            -- Whose dashboard a permit stands on. Number, expiry and listing repeat the permit's, kept by triggers, so that a
            -- company with twenty thousand permits has its page in order from this one tree.
            CREATE TABLE permit_contractors (
                contractor_id INTEGER NOT NULL REFERENCES contractors,
                listing INTEGER NOT NULL,
                number TEXT NOT NULL,
                permit_id INTEGER NOT NULL REFERENCES permits ON DELETE CASCADE,
                expires_on TEXT,
                PRIMARY KEY (contractor_id, listing, number)
            ) STRICT, WITHOUT ROWID;
            CREATE UNIQUE INDEX permit_contractors_permit ON permit_contractors (permit_id, contractor_id);
            CREATE TRIGGER permits_listing AFTER UPDATE OF number, listing, expires_on ON permits BEGIN
                UPDATE permit_contractors SET number = new.number, listing = new.listing, expires_on = new.expires_on
                WHERE permit_id = new.id;
            END;

            CREATE TABLE contacts (
                id INTEGER PRIMARY KEY, permit_id INTEGER NOT NULL REFERENCES permits ON DELETE CASCADE,
                role TEXT NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL DEFAULT '',
                phone TEXT NOT NULL DEFAULT '', email TEXT NOT NULL DEFAULT ''
            ) STRICT;
            CREATE INDEX contacts_permit ON contacts (permit_id);

            CREATE TABLE conditions (
                id INTEGER PRIMARY KEY, permit_id INTEGER NOT NULL REFERENCES permits ON DELETE CASCADE,
                text TEXT NOT NULL, status TEXT NOT NULL, satisfied_on TEXT
            ) STRICT;
            CREATE INDEX conditions_permit ON conditions (permit_id);

            CREATE TABLE reviews (
                id INTEGER PRIMARY KEY, permit_id INTEGER NOT NULL REFERENCES permits ON DELETE CASCADE,
                type TEXT NOT NULL, reviewer TEXT NOT NULL, submitted_on TEXT NOT NULL, completed_on TEXT,
                status TEXT NOT NULL, notes TEXT NOT NULL DEFAULT ''
            ) STRICT;
            CREATE INDEX reviews_permit ON reviews (permit_id);

            CREATE TABLE staff (
                id INTEGER PRIMARY KEY,
                email TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
                role TEXT NOT NULL CHECK (role IN ('clerk', 'reviewer', 'inspector', 'cashier', 'administrator')),
                password_hash TEXT, invitation_hash BLOB UNIQUE, invitation_ends_at INTEGER,
                failures INTEGER NOT NULL DEFAULT 0, locked_until INTEGER
            ) STRICT;

            CREATE TABLE sessions (
                token_hash BLOB PRIMARY KEY,
                csrf TEXT NOT NULL,
                contractor_id INTEGER REFERENCES contractors ON DELETE CASCADE,
                staff_id INTEGER REFERENCES staff ON DELETE CASCADE,
                is_setting_up INTEGER NOT NULL CHECK (is_setting_up IN (0, 1)),
                started_at INTEGER NOT NULL, seen_at INTEGER NOT NULL,
                CHECK ((contractor_id IS NULL) <> (staff_id IS NULL))
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX sessions_contractor ON sessions (contractor_id) WHERE contractor_id IS NOT NULL;
            CREATE INDEX sessions_staff ON sessions (staff_id) WHERE staff_id IS NOT NULL;
            CREATE INDEX sessions_seen ON sessions (seen_at);

            CREATE TABLE inspections (
                id INTEGER PRIMARY KEY,
                permit_id INTEGER NOT NULL REFERENCES permits ON DELETE CASCADE,
                type TEXT NOT NULL, day TEXT NOT NULL, slot TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('requested', 'passed', 'partial', 'failed', 'no access', 'cancelled')),
                contact_name TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '',
                email TEXT NOT NULL DEFAULT '', site_address TEXT NOT NULL DEFAULT '', notes TEXT NOT NULL DEFAULT '',
                inspector_id INTEGER REFERENCES staff,
                requested_by INTEGER REFERENCES contractors, requested_at INTEGER NOT NULL,
                result_notes TEXT NOT NULL DEFAULT '', ended_on TEXT
            ) STRICT;
            CREATE INDEX inspections_permit ON inspections (permit_id, state);
            CREATE INDEX inspections_day ON inspections (day, slot) WHERE state = 'requested';
            CREATE UNIQUE INDEX inspections_once ON inspections (permit_id, type) WHERE state = 'requested';

            CREATE TABLE payments (
                id INTEGER PRIMARY KEY,
                reference TEXT NOT NULL UNIQUE,
                contractor_id INTEGER NOT NULL REFERENCES contractors,
                method TEXT NOT NULL, method_label TEXT NOT NULL,
                fees INTEGER NOT NULL CHECK (fees > 0),
                convenience_fee INTEGER NOT NULL CHECK (convenience_fee >= 0), convenience_fee_name TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('open', 'settled', 'declined', 'cancelled')),
                started_at INTEGER NOT NULL, ended_at INTEGER,
                receipt_number INTEGER UNIQUE, last_four TEXT NOT NULL DEFAULT '',
                CHECK ((state = 'settled') = (receipt_number IS NOT NULL)),
                CHECK ((state = 'open') = (ended_at IS NULL))
            ) STRICT;
            CREATE INDEX payments_contractor ON payments (contractor_id, state);
            CREATE TRIGGER payments_end_once BEFORE UPDATE ON payments WHEN old.state <> 'open' BEGIN
                SELECT raise(ABORT, 'a payment that has ended does not change');
            END;

            CREATE TABLE fees (
                id INTEGER PRIMARY KEY,
                permit_id INTEGER NOT NULL REFERENCES permits,
                kind TEXT NOT NULL CHECK (kind IN ('permit', 'reinspection')),
                name TEXT NOT NULL,
                amount INTEGER NOT NULL CHECK (amount > 0),
                assessed_on TEXT NOT NULL,
                -- NULL: whoever is on the permit; otherwise the one company it was charged to.
                charged_to INTEGER REFERENCES contractors,
                payment_id INTEGER REFERENCES payments
            ) STRICT;
            CREATE INDEX fees_permit ON fees (permit_id);
            CREATE INDEX fees_due ON fees (permit_id, charged_to, kind, amount) WHERE payment_id IS NULL;
            CREATE TABLE payment_lines (
                payment_id INTEGER NOT NULL REFERENCES payments,
                fee_id INTEGER NOT NULL REFERENCES fees,
                amount INTEGER NOT NULL,
                PRIMARY KEY (payment_id, fee_id)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX payment_lines_fee ON payment_lines (fee_id);
            CREATE TRIGGER payment_lines_once BEFORE INSERT ON payment_lines
            WHEN EXISTS (
                SELECT 1 FROM payment_lines AS line JOIN payments ON payments.id = line.payment_id
                WHERE line.fee_id = new.fee_id AND payments.state IN ('open', 'settled')
            ) BEGIN
                SELECT raise(ABORT, 'this fee is in another payment');
            END;
            CREATE TRIGGER fees_paid_once BEFORE UPDATE OF payment_id ON fees
            WHEN old.payment_id IS NOT NULL OR NOT EXISTS (
                SELECT 1 FROM payment_lines AS line JOIN payments ON payments.id = line.payment_id
                WHERE line.payment_id = new.payment_id AND line.fee_id = old.id
                    AND line.amount = old.amount AND payments.state = 'settled'
            ) BEGIN
                SELECT raise(ABORT, 'a fee is paid once, by a settled payment that has it as a line');
            END;

            CREATE TABLE cart_records (
                contractor_id INTEGER NOT NULL REFERENCES contractors ON DELETE CASCADE,
                permit_id INTEGER NOT NULL REFERENCES permits ON DELETE CASCADE,
                is_ticked INTEGER NOT NULL DEFAULT 1 CHECK (is_ticked IN (0, 1)),
                added_at INTEGER NOT NULL,
                PRIMARY KEY (contractor_id, permit_id)
            ) STRICT, WITHOUT ROWID;

            -- Who did what, appended only.
            CREATE TABLE events (
                id INTEGER PRIMARY KEY,
                at INTEGER NOT NULL,
                contractor_id INTEGER REFERENCES contractors, staff_id INTEGER REFERENCES staff,
                permit_id INTEGER REFERENCES permits,
                what TEXT NOT NULL, detail TEXT NOT NULL DEFAULT ''
            ) STRICT;
            CREATE INDEX events_permit ON events (permit_id) WHERE permit_id IS NOT NULL;
            CREATE TRIGGER events_stay BEFORE UPDATE ON events BEGIN SELECT raise(ABORT, 'events are appended only'); END;
            CREATE TRIGGER events_remain BEFORE DELETE ON events BEGIN SELECT raise(ABORT, 'events are appended only'); END;

            CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
            INSERT INTO counters VALUES ('receipt', 0);
            CREATE TABLE secrets (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
            -- One row, written to find out whether writing works.
            CREATE TABLE health (probed_at INTEGER) STRICT;
            INSERT INTO health VALUES (NULL);
            """
    )
}
