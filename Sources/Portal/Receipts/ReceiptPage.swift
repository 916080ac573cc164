import Mustache
import Permitting

/// A receipt, for the screen and for paper.
struct ReceiptPage: Page {
    static let template = "Receipts/Receipt"

    struct Record: Sendable {
        let title: String
        let lines: [(name: String, amount: String)]
    }

    let number: String
    let facts: [Fact]
    let records: [Record]
    let totalFees: String
    let feeName: String
    let fee: String
    let total: String
    /// What to do next for permits that are ready to issue.
    let next: [String]

    init(_ receipt: Receipt, payments: AgencyPayments, clock: OfficeClock) {
        number = receipt.number.description
        let method = receipt.lastFour.isEmpty ? receipt.method : "\(receipt.method), ending in \(receipt.lastFour)"
        facts = [
            Fact("Date", clock.text(receipt.paidAt)), Fact("Paid By", receipt.paidBy), Fact("Method", method),
            Fact("Reference", receipt.reference.rawValue),
        ]
        records = receipt.records.map { record in
            Record(
                title: "PERMIT (\(record.number)) \(record.address)", lines: record.lines.map { ($0.name, $0.amount.description) }
            )
        }
        totalFees = receipt.fees.description
        feeName = receipt.convenienceFeeName
        fee = receipt.convenienceFee.description
        total = receipt.total.description
        next = receipt.records.filter { $0.state == .ready && $0.stillDue <= .zero }.map { record in
            "\(record.number): \(payments.onceReadyAndPaid)"
        }
    }

    private init() {
        number = "R000001"
        facts = [Fact("Paid By", "RICH CONTRACTOR")]
        records = [Record(title: "PERMIT (RES16-0688) 1968 E DODD RD", lines: [("PLANNING", "$35.00")])]
        totalFees = "$35.00"
        feeName = "Access Idaho Fee"
        fee = "$1.05"
        total = "$36.05"
        next = ["RES16-0688: Please contact the office."]
    }

    static let sample = ReceiptPage()
    private static let shape = Shape(
        "receiptNumber", "facts", "records", "totalFees", "feeName", "fee", "total", "nextSteps", "paidItemsAddress",
        "dashboardAddress")
    private static let recordShape = Shape("title", "lines")
    private static let lineShape = Shape("name", "amount")
    var value: Value {
        Self.shape(
            .text(number), .list(facts.map(\.value)),
            .list(
                records.map { record in
                    Self.recordShape(
                        .text(record.title), .list(record.lines.map { Self.lineShape(.text($0.name), .text($0.amount)) }))
                }), .text(totalFees), .text(feeName), .text(fee), .text(total), .list(next.map { .text($0) }),
            .text(Link.receipts.address), .text(Link.dashboard.address))
    }
}
