/// Why a file is not taken, as a fact.
public enum AttachmentRefusal: Error, Sendable, Equatable {
    case empty
    case tooLarge(FileSize, most: FileSize)
    case kindNotTaken
    /// The name says one kind, the first bytes another.
    case isNot(AttachmentKind)
    case permitHasTooMany(most: Int)
    case permitIsFull(most: FileSize)
    case sentTooMuchToday(most: FileSize)
}
