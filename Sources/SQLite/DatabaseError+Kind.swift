import CSQLite

extension DatabaseError {
    /// What a caller may want to tell apart.
    public enum Kind: Sendable {
        /// A UNIQUE constraint or a primary key.
        case uniqueViolation
        case checkViolation
        case foreignKeyViolation
        case notNullViolation
        /// A trigger's `RAISE`; the message is the trigger's own.
        case triggerRefusal
        /// Any other constraint, such as a STRICT table's types.
        case constraint
        case diskFull
        /// Another connection holds a lock for longer than the busy timeout.
        case busy
        case readOnly
        case cannotOpen
        case inputOutput
        /// The file is damaged, or is no database.
        case corrupt
        /// A column or value does not fit the Swift type asked for.
        case mismatch
        /// The writer's queue has reached its limit: the caller may try later.
        case queueFull
        /// The database was closed.
        case closed
        /// The caller broke a rule of this layer; the message says which.
        case misuse
        case other
    }
}

// SQLite's extended codes are macros too involved to be imported; a constraint's kind stands in the second byte.
extension DatabaseError.Kind {
    init(_ extendedCode: Int32) {
        switch extendedCode & 0xff {
        case SQLITE_CONSTRAINT: self.init(constraint: extendedCode)
        case SQLITE_FULL: self = .diskFull
        case SQLITE_BUSY, SQLITE_LOCKED: self = .busy
        case SQLITE_READONLY: self = .readOnly
        case SQLITE_CANTOPEN: self = .cannotOpen
        case SQLITE_IOERR: self = .inputOutput
        case SQLITE_CORRUPT, SQLITE_NOTADB: self = .corrupt
        case SQLITE_MISMATCH: self = .mismatch
        case SQLITE_MISUSE, SQLITE_RANGE: self = .misuse
        default: self = .other
        }
    }

    private init(constraint extendedCode: Int32) {
        switch extendedCode >> 8 {
        case 1: self = .checkViolation
        case 3: self = .foreignKeyViolation
        case 5: self = .notNullViolation
        case 6, 8, 10: self = .uniqueViolation  // primary key, unique, rowid
        case 7: self = .triggerRefusal
        default: self = .constraint
        }
    }

    /// The code of an error that this layer makes itself.
    var code: Int32 {
        switch self {
        case .checkViolation: SQLITE_CONSTRAINT | 1 << 8
        case .foreignKeyViolation: SQLITE_CONSTRAINT | 3 << 8
        case .notNullViolation: SQLITE_CONSTRAINT | 5 << 8
        case .triggerRefusal: SQLITE_CONSTRAINT | 7 << 8
        case .uniqueViolation: SQLITE_CONSTRAINT | 8 << 8
        case .constraint: SQLITE_CONSTRAINT
        case .diskFull: SQLITE_FULL
        case .busy, .queueFull: SQLITE_BUSY
        case .readOnly: SQLITE_READONLY
        case .cannotOpen: SQLITE_CANTOPEN
        case .inputOutput: SQLITE_IOERR
        case .corrupt: SQLITE_CORRUPT
        case .mismatch: SQLITE_MISMATCH
        case .closed, .misuse: SQLITE_MISUSE
        case .other: SQLITE_ERROR
        }
    }
}
