import Mustache
import Permitting

/// "Checkout Summary": each fee, and each way to pay with its own fee and total.
struct CheckoutPage: Page {
    static let template = "Cart/Checkout"

    struct Record: Sendable {
        let title: String
        let fees: [(name: String, amount: String)]
    }

    struct Method: Sendable {
        let key: String
        let label: String
        let fee: String
        let total: String
    }

    let records: [Record]
    let totalFees: String
    let feeName: String
    let methods: [Method]
    let fingerprint: String
    let faults: [Fault]

    init(summary: CheckoutSummary, payments: AgencyPayments, faults: [Fault] = []) {
        records = summary.records.map { record in
            Record(
                title: "PERMIT (\(record.number)) \(record.address)",
                fees: record.fees.map { ($0.name, $0.amount.description) })
        }
        totalFees = summary.totalFees.description
        feeName = payments.convenienceFeeName
        methods = payments.methods.map { method in
            Method(
                key: method.key, label: method.label, fee: method.convenienceFee(on: summary.totalFees).description,
                total: summary.totalDue(by: method).description)
        }
        fingerprint = summary.fingerprint
        self.faults = faults
    }

    private init() {
        records = [Record(title: "PERMIT (RES16-0688) 1968 E DODD RD", fees: [("PLANNING", "$35.00")])]
        totalFees = "$35.00"
        feeName = "Access Idaho Fee"
        methods = [Method(key: "card", label: "Credit Card - 3%", fee: "$1.05", total: "$36.05")]
        fingerprint = "abc"
        faults = [Fault("method", "Choose how you want to pay")]
    }

    static let sample = CheckoutPage()
    private static let shape = Shape(
        "action", "cartAddress", "records", "totalFees", "feeName", "methods", "summary", "methodError")
    private static let recordShape = Shape("title", "fees")
    private static let feeShape = Shape("name", "amount")
    private static let methodShape = Shape("id", "key", "label", "fee", "total", "isChosen")
    var value: Value {
        Self.shape(
            .text(Link.checkout.address), .text(Link.cart.address),
            .list(
                records.map { record in
                    Self.recordShape(
                        .text(record.title), .list(record.fees.map { Self.feeShape(.text($0.name), .text($0.amount)) }))
                }),
            .text(totalFees), .text(feeName),
            .list(
                methods.enumerated().map { index, method in
                    Self.methodShape(
                        .text(index == 0 ? "method" : "method-\(method.key)"), .text(method.key), .text(method.label),
                        .text(method.fee), .text(method.total), .flag(index == 0))
                }),
            .text(fingerprint), .optional(faults.text("method")))
    }
}
