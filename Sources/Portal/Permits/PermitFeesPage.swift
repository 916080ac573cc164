import Mustache
import Permitting

/// The fees of a permit, what is due, and the way to pay it.
struct PermitFeesPage: Page {
    static let template = "Permits/Fees"
    let header: PermitHeader
    let table: Table
    let due: Money
    let number: String
    let mayPay: Bool
    /// Where to pay what cannot be paid online.
    let payElsewhere: String?

    init(header: PermitHeader, fees: [Fee], view: PermitView, context: Context) {
        let labels = ["FEE", "ASSESSED", "RECEIPT", "AMOUNT"]
        let rows = fees.map { fee in
            let receipt =
                fee.receipt.map { number in
                    view.isParty
                        ? Cell.link(labels[2], number.description, .receipt(number)) : Cell(labels[2], number.description)
                } ?? .tag(labels[2], "DUE", tone: "warn")
            return Table.Row(
                id: "fee-\(fee.id)",
                cells: [
                    .header(labels[0], fee.name), Cell(labels[1], fee.assessedOn.short), receipt,
                    .money(labels[3], fee.amount.description),
                ])
        }
        var columns = labels.map { Table.Column(label: $0) }
        columns[3].isMoney = true
        self.init(
            header: header,
            table: Table(
                id: "fees", caption: "Fees", total: "\(fees.count) total record(s)", emptyText: "No fees have been assessed.",
                columns: columns, rows: rows),
            due: fees.filter { !$0.isPaid }.map(\.amount).sum, number: view.permit.number.rawValue,
            mayPay: view.isParty && context.may(.pay),
            payElsewhere: context.agency.payments == nil ? context.agency.office.paidAtTheCounter : nil)
    }

    private init(header: PermitHeader, table: Table, due: Money, number: String, mayPay: Bool, payElsewhere: String?) {
        self.header = header
        self.table = table
        self.due = due
        self.number = number
        self.mayPay = mayPay && due > .zero
        self.payElsewhere = due > .zero ? payElsewhere : nil
    }

    static let sample = PermitFeesPage(
        header: .sample,
        table: Table(
            id: "fees", caption: "Fees", total: "1 total record(s)", columns: [Table.Column(label: "FEE")],
            rows: [Table.Row(id: "fee-1", cells: [Cell("FEE", "PLANNING")])]), due: Money(cents: 3500), number: "RES17-0163",
        mayPay: true, payElsewhere: "Pay at the counter.")

    private static let shape = Shape("header", "table", "due", "permit", "mayPay", "payElsewhere", "payAddress")
    var value: Value {
        Self.shape(
            header.value, table.value, .text(due.description), .text(number), .flag(mayPay), .optional(payElsewhere),
            .text(Link.cartRecords.address))
    }
}
