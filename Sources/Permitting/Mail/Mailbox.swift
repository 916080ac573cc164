/// A person or an office with their mail address: what stands in From and To.
public struct Mailbox: Hashable, Sendable {
    public let name: String
    public let address: EmailAddress

    public init(_ name: String, _ address: EmailAddress) {
        self.name = MailText.line(name)
        self.address = address
    }
}
