import Mustache
import Permitting
import Storage

/// "Link To Permits": a number to type, and what is linked.
struct LinkPage: Page {
    static let template = "PublicAccounts/Link"
    static let size = 25

    let number: Field
    let rights: String
    let table: Table
    let faults: [Fault]
    let notice: Notice?

    init(_ context: Context, page: Int = 1, typed: String = "", faults: [Fault] = [], notice: Notice? = nil) throws {
        let user = try context.contractorID()
        let permits = context.records.permits
        let linked = try Portion(page: page, size: Self.size) { limit, offset in
            try permits.linked(by: user, limit: limit, offset: offset)
        } count: {
            try permits.linkedCount(by: user)
        }
        var table = Self.table(linked.rows, total: linked.total, user: user)
        table.pager = Pager(of: "Linked permits", page: page, size: Self.size, total: linked.total) {
            Link.permitLinks.address + "?page=\($0)"
        }
        self.init(
            typed: typed, rights: context.agency.signIn.publicAccounts.words, table: table, faults: faults, notice: notice)
    }

    private init(typed: String, rights: String, table: Table, faults: [Fault], notice: Notice?) {
        var number = Field("number", "Permit Number")
        number.value = typed
        number.hint = "The whole number, as it stands on the permit. Small letters, spaces and missing dashes are understood."
        number.autocomplete = "off"
        number.maxlength = 100
        number.size = "medium"
        number.error = faults.text("number")
        self.number = number
        self.rights = rights
        self.table = table
        self.faults = faults
        self.notice = notice
    }

    private static func table(_ permits: [PermitSummary], total: Int, user: Int) -> Table {
        let labels = ["PERMIT NO.", "ADDRESS", "TYPE", "STATUS", "ACTION"]
        let rows = permits.map { permit in
            Table.Row(
                id: "linked-\(permit.id)",
                cells: [
                    .header(labels[0], permit.number.rawValue, .permit(permit.number, .info)), Cell(labels[1], permit.address),
                    Cell(labels[2], permit.type),
                    .tag(labels[3], permit.status.word, tone: StatusTag.tone(permit.status.state)),
                    Cell(labels[4], "Unlink", post: Cell.Post(link: .linkRemoval(permit.number, user), fields: [])),
                ])
        }
        return Table(
            id: "linked", caption: "Linked permits", total: "\(total) total record(s)", emptyText: "No permit is linked yet.",
            columns: labels.map { Table.Column(label: $0) }, rows: rows)
    }

    static let sample = LinkPage(
        typed: "res 20 0045", rights: PublicAccounts.asContractor.words,
        table: Table(
            id: "linked", caption: "Linked permits", total: "1 total record(s)", columns: [Table.Column(label: "PERMIT NO.")],
            rows: [Table.Row(id: "linked-1", cells: [.header("PERMIT NO.", "RES20-0045")])]),
        faults: [Fault("number", "There is no such permit")],
        notice: Notice(kind: .success, text: "RES20-0045 is not linked any more."))

    private static let shape = Shape("action", "number", "rights", "table")
    var value: Value { Self.shape(.text(Link.permitLinks.address), number.content, .text(rights), table.value) }
}
