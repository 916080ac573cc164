import SQLite

/// The tables, grown by migrations that only go forward. A landed migration is never edited.
enum Schema {
    static let migrations = [
        migration001, migration002, migration003, migration004, migration005, migration006, migration007, migration008,
        migration009, migration010,
    ]
}
