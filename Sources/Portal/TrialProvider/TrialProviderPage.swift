import HTTP
import Mustache
import Permitting

/// The trial provider's page: what is to be paid, and the test numbers.
struct TrialProviderPage: Page {
    static let template = "TrialProvider/Pay"
    let merchant: String
    let summary: String
    let amount: String
    let order: String
    let signature: String
    let number: Field
    let numbers: [(number: String, what: String)]
    let faults: [Fault]

    init(order: PaymentOrder, link: FormFields, agency: String, faults: [Fault] = []) {
        self.init(
            order: order, text: link["order"] ?? "", signature: link["signature"] ?? "", agency: agency, faults: faults)
    }

    private init(order: PaymentOrder, text: String, signature: String, agency: String, faults: [Fault]) {
        merchant = agency
        summary = order.summary
        amount = order.amount.description
        self.order = text
        self.signature = signature
        self.faults = faults
        var field = Field("number", order.method == .card ? "Test card number" : "Test routing and account number")
        field.autocomplete = "off"
        field.inputmode = "numeric"
        field.error = faults.text("number")
        number = field
        numbers =
            order.method == .card
            ? [(TrialAccount.approvedCard, "is approved"), (TrialAccount.declinedCard, "is declined")]
            : [(TrialAccount.approvedCheck, "is approved")]
    }

    private init() {
        merchant = "Kootenai County"
        summary = "RES16-0688"
        amount = "$1,054.70"
        order = "b3JkZXI"
        signature = "00"
        number = Field("number", "Test card number")
        numbers = [(TrialAccount.approvedCard, "is approved")]
        faults = [Fault("number", "Use one of the test numbers")]
    }

    static let sample = TrialProviderPage()
    private static let shape = Shape("merchant", "summary", "amount", "order", "signature", "action", "number", "numbers")
    private static let numberShape = Shape("number", "what")
    var value: Value {
        Self.shape(
            .text(merchant), .text(summary), .text(amount), .text(order), .text(signature), .text(Link.trialProvider.address),
            number.content,
            .list(numbers.map { Self.numberShape(.text($0.number), .text($0.what)) }))
    }
}
