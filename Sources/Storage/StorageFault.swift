import SQLite

/// What pages need to know of a database's errors, without knowing the database.
public enum StorageFault {
    public static func isDiskFull(_ error: any Error) -> Bool {
        (error as? DatabaseError)?.isDiskFull ?? (error as? AttachmentFileError)?.isOutOfSpace ?? false
    }

    /// The file holds something else than what was written there.
    public static func isDamage(_ error: any Error) -> Bool { (error as? DatabaseError)?.kind == .corrupt }

    /// The file or the disk beneath it, rather than the program.
    public static func isInputOutput(_ error: any Error) -> Bool {
        if error is AttachmentFileError { return true }
        return switch (error as? DatabaseError)?.kind {
        case .inputOutput, .cannotOpen, .readOnly, .diskFull, .corrupt: true
        default: false
        }
    }
}
