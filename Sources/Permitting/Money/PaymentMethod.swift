/// A way to pay and what the payment provider charges for it.
public struct PaymentMethod: Sendable, Equatable {
    public enum Charge: Sendable, Equatable {
        case percent(Percentage)
        case fixed(Money)
        case none
    }

    /// What the provider asks its page to take.
    public enum Kind: String, Sendable, CaseIterable {
        case card
        case check
    }

    public let key: String
    public let label: String
    public let kind: Kind
    public let charge: Charge

    public init(key: String, label: String, kind: Kind, charge: Charge) {
        self.key = key
        self.label = label
        self.kind = kind
        self.charge = charge
    }

    public func convenienceFee(on fees: Money) -> Money {
        switch charge {
        case .percent(let share): share.of(fees)
        case .fixed(let amount): amount
        case .none: .zero
        }
    }
}
