/// How an attempt to send a mail ended.
public enum MailDelivery: Sendable, Equatable {
    case taken
    /// Not now, for this reason; worth another attempt.
    case later(String)
    /// Never: there is no such mailbox, or the mail is not one.
    case never(String)
}
