/// What a provider says happened to an order. Currency is US dollars throughout.
public struct PaymentNotification: Sendable, Equatable {
    public enum Outcome: String, Sendable {
        case approved
        case declined
        case cancelled
    }

    public let reference: PaymentReference
    public let amount: Money
    public let outcome: Outcome
    /// The last four digits of what was used, where the provider gives them.
    public let lastFour: String

    public init(reference: PaymentReference, amount: Money, outcome: Outcome, lastFour: String) {
        self.reference = reference
        self.amount = amount
        self.outcome = outcome
        self.lastFour = lastFour
    }
}
