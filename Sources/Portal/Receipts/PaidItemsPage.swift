import Mustache
import Permitting
import Storage

/// "Paid Items": every receipt, newest first.
struct PaidItemsPage: Page {
    static let template = "Receipts/PaidItems"
    let table: Table

    init(items: [PaymentStore.PaidItem], total: Int, page: Int, clock: OfficeClock) {
        let labels = ["RECEIPT", "PAID", "RECORDS", "METHOD", "AMOUNT"]
        var columns = labels.map { Table.Column(label: $0) }
        columns[4].isMoney = true
        let rows = items.map { item in
            Table.Row(
                id: "receipt-\(item.receipt)",
                cells: [
                    .header(labels[0], item.receipt.description, .receipt(item.receipt)),
                    Cell(labels[1], clock.text(item.paidAt)),
                    Cell(labels[2], item.records), Cell(labels[3], item.method), .money(labels[4], item.total.description),
                ])
        }
        var table = Table(
            id: "paid-items", caption: "Receipts", total: "\(total) total record(s)",
            emptyText: "Nothing has been paid online yet.",
            columns: columns, rows: rows)
        table.pager = Pager(of: "Paid Items", page: page, size: ReceiptRoutes.pageSize, total: total) { page in
            Link.receipts.address + "?page=\(page)"
        }
        self.table = table
    }

    private init() {
        table = Table(
            id: "paid-items", caption: "Receipts", total: "1 total record(s)", columns: [Table.Column(label: "RECEIPT")],
            rows: [Table.Row(id: "receipt-R000001", cells: [Cell("RECEIPT", "R000001")])])
    }

    static let sample = PaidItemsPage()
    private static let shape = Shape("table")
    var value: Value { Self.shape(table.value) }
}
