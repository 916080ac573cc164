import Storage

/// What a search found, in columns that sort.
struct PermitResultsTable {
    let query: PermitSearchQuery
    let results: PermitResults

    private static let columns: [(label: String, order: SearchOrder.Column?)] = [
        ("PERMIT NO.", .number), ("ADDRESS", .address), ("TYPE", .type), ("STATUS", .status), ("CONTRACTOR", nil),
        ("ISSUED", .issued),
        ("DESCRIPTION", nil),
    ]

    var table: Table {
        let number = PermitSearchPage.grouped(results.total)
        var table = Table(
            id: "results", caption: "Results",
            total: results.isTotalExact ? "\(number) total record(s)" : "more than \(number) record(s)",
            emptyText: "No permit was found. Check the spelling, or search for fewer words.",
            columns: Self.columns.map(column), rows: results.rows.map(row))
        table.pager = Pager(of: "Results", page: query.page, size: PermitSearchQuery.size, total: results.total) { page in
            Link.search(query.fields(page: page)).address
        }
        return table
    }

    private func column(_ column: (label: String, order: SearchOrder.Column?)) -> Table.Column {
        var header = Table.Column(label: column.label)
        guard let key = column.order else { return header }
        let isCurrent = results.sortedBy.column == key
        let next = SearchOrder(key, isDescending: isCurrent && !results.sortedBy.isDescending)
        header.sortAddress = Link.search(query.fields(order: next)).address
        header.ariaSort = isCurrent ? (results.sortedBy.isDescending ? "descending" : "ascending") : nil
        return header
    }

    private func row(_ permit: FoundPermit) -> Table.Row {
        let labels = Self.columns.map(\.label)
        return Table.Row(
            id: "permit-\(permit.id)",
            cells: [
                .header(labels[0], permit.number.rawValue, .permit(permit.number, .info)),
                .link(labels[1], permit.address, .permit(permit.number, .site)), Cell(labels[2], permit.type),
                .tag(labels[3], permit.status.word, tone: StatusTag.tone(permit.status.state)),
                Cell(labels[4], permit.contractorName),
                Cell(labels[5], permit.issuedOn?.short), Cell(labels[6], Self.shortened(permit.description)),
            ])
    }

    /// Descriptions run to pages; the permit itself has the whole.
    private static func shortened(_ text: String) -> String {
        text.count <= 160 ? text : String(text.prefix(157)) + "…"
    }
}
