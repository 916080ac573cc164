/// A payment on its way through the provider. It settles once, or ends without money.
public struct Payment: Sendable {
    public enum State: String, Sendable {
        /// Handed over to the provider; the visitor may be on its page.
        case open
        case settled
        case declined
        case cancelled
    }

    public let id: Int
    /// The name it has in addresses and towards the provider; not guessable.
    public let reference: PaymentReference
    public let contractorID: Int
    /// Who of the company began it; nil for its shared login.
    public let memberID: Int?
    public let methodKey: String
    public let fees: Money
    public let convenienceFee: Money
    public let state: State
    public let startedAt: Instant
    public let receipt: ReceiptNumber?

    public init(
        id: Int, reference: PaymentReference, contractorID: Int, memberID: Int? = nil, methodKey: String, fees: Money,
        convenienceFee: Money,
        state: State, startedAt: Instant, receipt: ReceiptNumber?
    ) {
        self.id = id
        self.reference = reference
        self.contractorID = contractorID
        self.memberID = memberID
        self.methodKey = methodKey
        self.fees = fees
        self.convenienceFee = convenienceFee
        self.state = state
        self.startedAt = startedAt
        self.receipt = receipt
    }

    public var total: Money { fees + convenienceFee }
}
