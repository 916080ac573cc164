/// A mail as text, with what it is about. How it is written for mail programs, and how it gets away, is a connector's.
public struct Message: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        case accountSetUp = "account set up"
        case firstSignIn = "first sign-in"
        case passwordChanged = "password changed"
        case passwordReset = "password reset"
        case staffInvitation = "staff invitation"
        case secondFactor = "second factor"
    }

    public let id: MessageID
    public let kind: Kind
    public let recipient: Mailbox
    public let subject: String
    public let body: String
    /// Whose account it tells of.
    public var contractor: Int?
    /// Or which member's of the office. Of an invitation the link itself is made when the mail leaves.
    public var staff: Int?
    /// Which permit it tells of.
    public var permit: Int?
    /// The request for a new password whose link it carries; the link itself is made when the mail leaves.
    public var reset: Int?

    public init(id: MessageID, kind: Kind, to recipient: Mailbox, subject: String, body: String) {
        self.id = id
        self.kind = kind
        self.recipient = recipient
        self.subject = MailText.line(subject)
        self.body = MailText.body(body)
    }

    public func replacing(_ words: String, with text: String) -> Message {
        var message = Message(
            id: id, kind: kind, to: recipient, subject: subject, body: body.replacing(words, with: text))
        (message.contractor, message.staff, message.permit, message.reset) = (contractor, staff, permit, reset)
        return message
    }
}
