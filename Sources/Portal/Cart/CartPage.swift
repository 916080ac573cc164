import Mustache
import Permitting
import Storage

/// "Shopping Cart": a tick box for each record, with its fees.
struct CartPage: Page {
    static let template = "Cart/Cart"

    struct Line: Sendable {
        let number: String
        let address: String
        let fees: [(name: String, amount: String)]
        let due: String
        let isTicked: Bool
        let isPaid: Bool
    }

    let lines: [Line]
    let total: String
    let faults: [Fault]

    init(lines: [CartStore.Line], faults: [Fault] = []) {
        self.lines = lines.map { line in
            Line(
                number: line.record.number.rawValue, address: line.record.address,
                fees: line.record.fees.map { ($0.name, $0.amount.description) }, due: line.record.due.description,
                isTicked: line.isTicked, isPaid: line.record.fees.isEmpty)
        }
        total = lines.filter(\.isTicked).map(\.record.due).sum.description
        self.faults = faults
    }

    private init() {
        lines = [
            Line(
                number: "RES16-0688", address: "1968 E DODD RD", fees: [("PLANNING", "$35.00")], due: "$35.00", isTicked: true,
                isPaid: false)
        ]
        total = "$35.00"
        faults = [Fault(nil, "Tick at least one record to pay for")]
    }

    static let sample = CartPage()
    private static let shape = Shape("isEmpty", "action", "dashboardAddress", "lines", "total")
    private static let lineShape = Shape("number", "address", "fees", "due", "isTicked", "isPaid")
    private static let feeShape = Shape("name", "amount")
    var value: Value {
        Self.shape(
            .flag(lines.isEmpty), .text(Link.cart.address), .text(Link.dashboard.address),
            .list(
                lines.map { line in
                    Self.lineShape(
                        .text(line.number), .filled(line.address),
                        .list(line.fees.map { Self.feeShape(.text($0.name), .text($0.amount)) }), .text(line.due),
                        .flag(line.isTicked),
                        .flag(line.isPaid))
                }), .text(total))
    }
}
