import Mustache
import Permitting

/// How a payment stands that has no receipt: on its way, declined or cancelled.
struct PaymentPage: Page {
    static let template = "Cart/Payment"
    let title: String
    let text: String
    let kind: Notice.Kind

    init(_ payment: Payment, _ context: Context) {
        let telephone = context.agency.office.telephone
        switch payment.state {
        case .open:
            title = "Waiting for the payment provider"
            text =
                "The provider has not told us yet what became of your payment of \(payment.total). Reload this page in a minute. If it stays so, call \(telephone) before you pay again."
            kind = .info
        case .declined:
            title = "The payment was declined"
            text = "Nothing was charged. Your fees are still in the cart: try again, or choose another way to pay."
            kind = .error
        case .cancelled, .settled:
            title = "The payment was cancelled"
            text = "Nothing was charged. Your fees are still in the cart."
            kind = .warning
        }
    }

    static let sample = PaymentPage()
    private init() {
        title = "The payment was declined"
        text = "Nothing was charged."
        kind = .error
    }

    private static let shape = Shape("title", "text", "kind", "cartAddress", "dashboardAddress")
    var value: Value {
        Self.shape(
            .text(title), .text(text), .text(kind.rawValue), .text(Link.cart.address), .text(Link.dashboard.address))
    }
}
