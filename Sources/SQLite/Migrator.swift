/// Brings a database forward to the program's schema, step by step. Steps are numbered by their place in the list,
/// and each lands in a transaction of its own together with its record in `schema_migrations`.
///
/// Foreign keys are off meanwhile, for rebuilding a table would otherwise delete what refers to it
/// (sqlite.org/lang_altertable.html#otheralter); instead every reference is checked before a step lands.
public struct Migrator {
    private let migrations: [Migration]

    public init(_ migrations: [Migration]) {
        self.migrations = migrations
    }

    /// Throws `MigrationError` when the database and the list do not fit, or a step fails.
    public func migrate(_ connection: Connection) throws {
        try connection.run(
            """
            CREATE TABLE IF NOT EXISTS schema_migrations (
                number INTEGER PRIMARY KEY,
                name TEXT NOT NULL,
                checksum TEXT NOT NULL,
                landed_at TEXT NOT NULL
            ) STRICT
            """)
        let landed = try checkLanded(connection)
        guard landed < migrations.count else { return }

        try connection.run("PRAGMA foreign_keys = OFF")
        do {
            for number in landed + 1...migrations.count { try land(number, on: connection) }
        } catch {
            try connection.run("PRAGMA foreign_keys = ON")
            throw error
        }
        try connection.run("PRAGMA foreign_keys = ON")
    }

    /// How many steps have landed, all of them the same as in the list.
    private func checkLanded(_ connection: Connection) throws -> Int {
        let records = try connection.rows("SELECT name, checksum FROM schema_migrations ORDER BY number") { row in
            (name: try row[0] as String, checksum: try row[1] as String)
        }
        for (index, (record, migration)) in zip(records, migrations).enumerated()
        where record.name != migration.name || record.checksum != migration.checksum {
            throw MigrationError.changed(number: index + 1, landed: record.name, program: migration.name)
        }
        if let last = records.last, records.count > migrations.count {
            throw MigrationError.databaseIsNewer(
                landed: records.count, known: migrations.count, lastLanded: last.name)
        }
        return records.count
    }

    private func land(_ number: Int, on connection: Connection) throws {
        let migration = migrations[number - 1]
        do {
            try connection.run("BEGIN IMMEDIATE")
            try connection.refusingCommits { try connection.script(migration.script) }
            guard connection.isInTransaction else {
                throw DatabaseError(.misuse, "a migration may not end the transaction it runs in")
            }
            let broken = try connection.brokenReferences()
            guard broken.isEmpty else {
                throw MigrationError.brokenReferences(number: number, name: migration.name, broken)
            }
            try connection.run(
                """
                INSERT INTO schema_migrations (number, name, checksum, landed_at)
                VALUES (?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
                """, number, migration.name, migration.checksum)
            try connection.run("COMMIT")
        } catch {
            try connection.rollBack()
            guard let error = error as? DatabaseError else { throw error }
            throw MigrationError.failed(number: number, name: migration.name, error)
        }
    }
}
