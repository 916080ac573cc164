import Mustache

/// The company's work at a glance.
struct DashboardPage: Page {
    static let template = "Dashboard/Dashboard"
    let name: String
    let tables: [Table]
    /// For a public user who has no permit here yet.
    let linkAddress: String?
    /// What it still signs in with, "PIN", until it sets a password.
    let firstPassword: String?
    let notice: Notice?

    static let sample = DashboardPage(
        name: "RICH CONTRACTOR",
        tables: [
            Table(
                id: "active-permits", caption: "My Active Permits", total: "1 total record(s)",
                columns: [Table.Column(label: "PERMIT NO.", sortAddress: "/dashboard?active=-number", ariaSort: "ascending")],
                rows: [Table.Row(id: "active-RES16-0304", cells: [sampleCell] + sampleNotes)],
                pager: Pager(of: "My Active Permits", page: 1, size: 1, total: 5) { "/dashboard?active-page=\($0)" })
        ], linkAddress: Link.permitLinks.address, firstPassword: "PIN",
        notice: Notice(kind: .success, text: "Your request was received."))

    private static let sampleCell: Cell = Cell(
        "PERMIT NO.", "RES16-0304", isHeader: true, link: .home, tone: "ok",
        post: Cell.Post(link: .cartRecords, fields: [("permit", "RES16-0304")]), note: .text("Pending"))
    private static let sampleNotes: [Cell] = [
        Cell("INSPECTION", nil, note: .link("Pay first", .cart)),
        Cell("INSPECTION", nil, note: .post("Pay first", Cell.Post(link: .cartRecords, fields: [("permit", "RES16-0304")]))),
    ]

    private static let shape = Shape("name", "linkAddress", "firstPassword", "tables")
    var value: Value {
        Self.shape(.text(name), .optional(linkAddress), .optional(firstPassword), .list(tables.map(\.value)))
    }
}
