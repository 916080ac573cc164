/// What a verified notification does to a payment: the one step both the notification and the return lead to.
public enum Settlement: Sendable, Equatable {
    case settle
    case end(Payment.State)
    /// Said before: nothing changes.
    case nothing

    public enum Refusal: Error, Equatable {
        case anotherAmount(asked: Money, said: Money)
        /// Approved after it had ended: somebody has to look at it.
        case afterTheEnd(Payment.State)
    }

    public init(of notification: PaymentNotification, for payment: Payment) throws(Refusal) {
        guard notification.amount == payment.total else {
            throw .anotherAmount(asked: payment.total, said: notification.amount)
        }
        switch (payment.state, notification.outcome) {
        case (.open, .approved): self = .settle
        case (.open, .declined): self = .end(.declined)
        case (.open, .cancelled): self = .end(.cancelled)
        case (.declined, .approved), (.cancelled, .approved): throw .afterTheEnd(payment.state)
        default: self = .nothing
        }
    }
}
