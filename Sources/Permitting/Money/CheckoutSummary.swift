/// What "Checkout Summary" shows and a payment is made from: the unpaid fees of the ticked records, worked out here only.
public struct CheckoutSummary: Sendable {
    public struct Record: Sendable {
        public let permitID: Int
        public let number: PermitNumber
        public let address: String
        public let fees: [Fee]

        public init(permitID: Int, number: PermitNumber, address: String, fees: [Fee]) {
            self.permitID = permitID
            self.number = number
            self.address = address
            self.fees = fees
        }

        public var due: Money { fees.map(\.amount).sum }
    }

    public let records: [Record]

    /// Records with nothing due are left out.
    public init(records: [Record]) {
        self.records = records.filter { !$0.fees.isEmpty }
    }

    public var fees: [Fee] { records.flatMap(\.fees) }
    public var totalFees: Money { fees.map(\.amount).sum }
    public var isEmpty: Bool { records.isEmpty }

    public func totalDue(by method: PaymentMethod) -> Money {
        totalFees + method.convenienceFee(on: totalFees)
    }

    /// Names exactly the fees and amounts a visitor saw, so that a summary that changed since is shown again, not paid.
    public var fingerprint: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for fee in fees {
            for byte in "\(fee.id):\(fee.amount.cents);".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        }
        return String(hash, radix: 16)
    }
}
