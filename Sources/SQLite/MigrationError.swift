/// Why a database was not brought to the program's schema. What landed before the refused step stays.
public enum MigrationError: Error, Sendable, CustomStringConvertible {
    /// A step that landed differs from the program's step at the same place.
    case changed(number: Int, landed: String, program: String)
    /// The database has more steps than the program: it belongs to a newer version.
    case databaseIsNewer(landed: Int, known: Int, lastLanded: String)
    case failed(number: Int, name: String, DatabaseError)
    /// The step left rows that refer to nothing; none of it was kept.
    case brokenReferences(number: Int, name: String, [String])

    public var description: String {
        switch self {
        case .changed(let number, let landed, let program) where landed == program:
            "migration \(number) “\(landed)” was changed after it had landed: restore it, and add a new one instead"
        case .changed(let number, let landed, let program):
            "migration \(number) is “\(landed)” in the database but “\(program)” in this program"
        case .databaseIsNewer(let landed, let known, let last):
            "the database is newer than this program: it has \(landed) migrations, the last being “\(last)”, "
                + "and this program knows \(known)"
        case .failed(let number, let name, let error):
            "migration \(number) “\(name)” failed, nothing of it was kept: \(error)"
        case .brokenReferences(let number, let name, let found):
            "migration \(number) “\(name)” breaks references, nothing of it was kept: " + found.joined(separator: "; ")
        }
    }
}
