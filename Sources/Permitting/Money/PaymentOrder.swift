/// What the provider is asked to take.
public struct PaymentOrder: Sendable, Equatable {
    public let reference: PaymentReference
    public let amount: Money
    public let method: PaymentMethod.Kind
    /// What it is for, as the provider's page shows it: "RES16-0688".
    public let summary: String
    /// The portal's own page to come back to, whatever happened.
    public let returnAddress: String

    public init(reference: PaymentReference, amount: Money, method: PaymentMethod.Kind, summary: String, returnAddress: String) {
        self.reference = reference
        self.amount = amount
        self.method = method
        self.summary = summary
        self.returnAddress = returnAddress
    }
}
