/// What takes mail to where it goes.
public protocol MailCarrier: Sendable {
    /// Waits until the mail is taken or refused.
    func deliver(_ message: Message, at now: Instant) -> MailDelivery
}
