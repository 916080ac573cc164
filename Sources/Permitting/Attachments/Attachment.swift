/// A file that hangs on a permit.
public struct Attachment: Sendable {
    public let id: Int
    public let permitID: Int
    public let name: AttachmentName
    public let kind: AttachmentKind
    public let size: FileSize
    /// SHA-256 of its content.
    public let digest: [UInt8]
    public let description: String
    /// The company that sent it; nil where the office did.
    public let contractorID: Int?
    public let sender: String
    public let sentAt: Instant
    public let isRemoved: Bool

    public init(
        id: Int, permitID: Int, name: AttachmentName, kind: AttachmentKind, size: FileSize, digest: [UInt8], description: String,
        contractorID: Int?, sender: String, sentAt: Instant, isRemoved: Bool
    ) {
        self.id = id
        self.permitID = permitID
        self.name = name
        self.kind = kind
        self.size = size
        self.digest = digest
        self.description = description
        self.contractorID = contractorID
        self.sender = sender
        self.sentAt = sentAt
        self.isRemoved = isRemoved
    }

    /// Whoever sent the wrong file may take it back on the day they sent it. After that the office may have worked with it.
    public func mayBeTakenBack(by contractor: Int, today: AgencyDay, clock: OfficeClock) -> Bool {
        contractorID == contractor && clock.day(of: sentAt) == today
    }
}
