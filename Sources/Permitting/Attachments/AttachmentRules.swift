/// Which files the office takes, and how many.
public struct AttachmentRules: Sendable {
    private let settings: AgencyAttachments

    public init(_ settings: AgencyAttachments) { self.settings = settings }

    /// The kind of a file, by its name and its first `AttachmentKind.signatureBytes`, which have to agree.
    public func kind(of name: AttachmentName, size: FileSize, start: [UInt8]) throws(AttachmentRefusal) -> AttachmentKind {
        guard size.bytes > 0 else { throw .empty }
        guard size <= settings.largest else { throw .tooLarge(size, most: settings.largest) }
        guard let kind = name.fileExtension.flatMap(AttachmentKind.init(fileExtension:)), settings.kinds.contains(kind) else {
            throw .kindNotTaken
        }
        guard kind.begins(start) else { throw .isNot(kind) }
        return kind
    }

    /// Whether there is room for one more file of that size.
    public func checkRoom(for size: FileSize, beside holdings: AttachmentHoldings) throws(AttachmentRefusal) {
        guard holdings.files < settings.mostPerPermit else { throw .permitHasTooMany(most: settings.mostPerPermit) }
        guard holdings.size + size <= settings.largestPermit else { throw .permitIsFull(most: settings.largestPermit) }
        guard holdings.sentToday + size <= settings.mostPerDay else { throw .sentTooMuchToday(most: settings.mostPerDay) }
    }
}
