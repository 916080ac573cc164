/// What is kept with one permit already, and what one company has sent today.
public struct AttachmentHoldings: Sendable {
    public let files: Int
    public let size: FileSize
    public let sentToday: FileSize

    public init(files: Int, size: FileSize, sentToday: FileSize) {
        self.files = files
        self.size = size
        self.sentToday = sentToday
    }
}
