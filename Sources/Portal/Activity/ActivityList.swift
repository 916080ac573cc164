import Permitting
import Storage

/// What a company's people did, newest first, as a table: for the company and for the office.
struct ActivityList {
    static let pageSize = 50
    static let labels = ["WHEN", "WHO", "WHAT", "PERMIT NO.", "DETAIL"]

    let table: Table

    /// `member`: only what that one did. `address` is that of a page.
    init(contractor: Int, member: Int?, asked: String?, _ context: Context, address: (Int) -> String) throws {
        let events = context.records.events
        let total = try events.count(contractor: contractor, member: member)
        let asked = asked.flatMap { $0.utf8.count <= 6 ? Int($0) : nil } ?? 1
        let page = min(max(1, asked), max(1, (total + Self.pageSize - 1) / Self.pageSize))
        let entries = try events.list(
            contractor: contractor, member: member, limit: Self.pageSize, offset: (page - 1) * Self.pageSize)
        var table = Self.table(entries.map { Self.row($0, context.agency.clock) }, total: total)
        table.pager = Pager(of: "Activity", page: page, size: Self.pageSize, total: total, address: address)
        self.table = table
    }

    private init(_ table: Table) { self.table = table }

    private static func row(_ entry: EventStore.Listed, _ clock: OfficeClock) -> Table.Row {
        Table.Row(
            id: "event-\(entry.id)",
            cells: [
                .header(labels[0], clock.text(entry.at)), Cell(labels[1], entry.member ?? "Shared login"),
                Cell(labels[2], entry.what.prefix(1).uppercased() + entry.what.dropFirst()),
                Cell(labels[3], entry.permit?.rawValue, link: entry.permit.map { .permit($0, .info) }),
                Cell(labels[4], entry.detail),
            ])
    }

    private static func table(_ rows: [Table.Row], total: Int) -> Table {
        Table(
            id: "activity", caption: "Activity", total: "\(total) total record(s)", emptyText: "Nothing was done here yet.",
            columns: labels.map { Table.Column(label: $0) }, rows: rows)
    }

    static let sample = ActivityList(
        table([Table.Row(id: "event-1", cells: [.header(labels[0], "Fri, Nov 20, 2026, 10:00 AM")])], total: 1))
}
