import Mustache

/// A tab of a permit that is a list: contacts, inspections, conditions.
struct PermitListPage: Page {
    static let template = "Permits/List"
    let header: PermitHeader
    let table: Table

    static let sample = PermitListPage(
        header: .sample,
        table: Table(
            id: "contacts", caption: "Contacts", total: "1 total record(s)", columns: [Table.Column(label: "NAME")],
            rows: [Table.Row(id: "contact-0", cells: [Cell("NAME", "PAT HOMEOWNER")])]))

    private static let shape = Shape("header", "table")
    var value: Value { Self.shape(header.value, table.value) }
}
