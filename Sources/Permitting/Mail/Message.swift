/// A mail as text, with what it is about. How it is written for mail programs, and how it gets away, is a connector's.
public struct Message: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        case accountSetUp = "account set up"
        case firstSignIn = "first sign-in"
        case passwordChanged = "password changed"
        case passwordReset = "password reset"
        case signUp = "account confirmation"
        /// Somebody wants an account under an address that has one.
        case accountKnown = "account exists"
        case emailChange = "email confirmation"
        case emailToChange = "email to be changed"
        case emailChanged = "email changed"
        case permitLinked = "permit linked"
        case permitUnlinked = "permit unlinked"
        case memberInvitation = "member invitation"
        case memberRemoved = "member removed"
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
    /// Which of a company's people it is for. Of an invitation the link itself is made when the mail leaves.
    public var member: Int?
    /// Or which member's of the office. Of an invitation the link itself is made when the mail leaves.
    public var staff: Int?
    /// Which permit it tells of.
    public var permit: Int?
    /// The request for a new password whose link it carries; the link itself is made when the mail leaves.
    public var reset: Int?
    /// The claim to a mail address whose link it carries, which is made likewise.
    public var confirmation: Int?

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
        (message.contractor, message.member, message.staff) = (contractor, member, staff)
        (message.permit, message.reset, message.confirmation) = (permit, reset, confirmation)
        return message
    }
}
