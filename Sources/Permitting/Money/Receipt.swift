/// What was paid, for good.
public struct Receipt: Sendable {
    public struct Record: Sendable {
        public let number: PermitNumber
        public let address: String
        public let state: PermitState
        /// What is still due on it, from anyone.
        public let stillDue: Money
        public var lines: [(name: String, amount: Money)]

        public init(
            number: PermitNumber, address: String, state: PermitState, stillDue: Money, lines: [(name: String, amount: Money)]
        ) {
            self.number = number
            self.address = address
            self.state = state
            self.stillDue = stillDue
            self.lines = lines
        }
    }

    public let number: ReceiptNumber
    public let paidAt: Instant
    /// The company, and who of it did: "RICH CONTRACTOR (PAT PLUMBER)".
    public let paidBy: String
    public let method: String
    public let lastFour: String
    public let convenienceFeeName: String
    public let convenienceFee: Money
    public let fees: Money
    public let reference: PaymentReference
    public var records: [Record]

    public init(
        number: ReceiptNumber, paidAt: Instant, paidBy: String, method: String, lastFour: String, convenienceFeeName: String,
        convenienceFee: Money, fees: Money, reference: PaymentReference, records: [Record]
    ) {
        self.number = number
        self.paidAt = paidAt
        self.paidBy = paidBy
        self.method = method
        self.lastFour = lastFour
        self.convenienceFeeName = convenienceFeeName
        self.convenienceFee = convenienceFee
        self.fees = fees
        self.reference = reference
        self.records = records
    }

    public var total: Money { fees + convenienceFee }
}
