import Mustache
import Permitting

/// A payment was begun and has not ended: go on with it, or cancel it.
struct PaymentInProgressPage: Page {
    static let template = "Cart/PaymentInProgress"
    let total: String
    let records: String
    let cancelAddress: String

    init(_ payment: Payment, _ context: Context) throws {
        total = payment.total.description
        records = try context.records.payments.numbers(of: payment.id).map(\.rawValue).joined(separator: ", ")
        cancelAddress = Link.paymentCancellation(payment.reference).address
    }

    private init() {
        total = "$36.05"
        records = "RES16-0688"
        cancelAddress = "/payments/abc/cancellation"
    }

    static let sample = PaymentInProgressPage()
    private static let shape = Shape("total", "records", "continueAddress", "cancelAddress")
    var value: Value {
        Self.shape(.text(total), .text(records), .text(Link.checkout.address), .text(cancelAddress))
    }
}
