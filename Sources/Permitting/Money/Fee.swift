/// One fee on a permit. It is paid by exactly one settled payment.
public struct Fee: Sendable, Equatable {
    public enum Kind: String, Sendable {
        case permit
        /// Unpaid, it keeps the next inspection from being asked for.
        case reinspection
    }

    public let id: Int
    public let kind: Kind
    public let name: String
    public let amount: Money
    public let assessedOn: AgencyDay
    public let receipt: ReceiptNumber?

    public init(id: Int, kind: Kind, name: String, amount: Money, assessedOn: AgencyDay, receipt: ReceiptNumber?) {
        self.id = id
        self.kind = kind
        self.name = name
        self.amount = amount
        self.assessedOn = assessedOn
        self.receipt = receipt
    }

    public var isPaid: Bool { receipt != nil }
}
