import Permitting
import Storage

/// The dashboard's three tables, in the agency's columns.
struct DashboardTables {
    let context: Context
    let query: DashboardQuery

    func active(_ listings: [PermitListing], total: Int) throws -> Table {
        try permits(
            listings, total: total, id: "active-permits", caption: "My Active Permits", rowID: "active-",
            columns: context.agency.dashboard.activePermits, order: query.active, page: query.activePage,
            size: DashboardQuery.activeSize, tag: context.agency.dashboard.tag,
            sorted: { order in query.with { ($0.active, $0.activePage) = (order, 1) } },
            paged: { page in query.with { $0.activePage = page } })
    }

    func expired(_ listings: [PermitListing], total: Int) throws -> Table {
        try permits(
            listings, total: total, id: "expired-permits", caption: "My Expired Permits", rowID: "expired-",
            columns: context.agency.dashboard.expiredPermits, order: query.expired, page: query.expiredPage,
            size: DashboardQuery.otherSize, tag: { _ in nil },
            sorted: { order in query.with { ($0.expired, $0.expiredPage) = (order, 1) } },
            paged: { page in query.with { $0.expiredPage = page } })
    }

    func inspections(_ listings: [InspectionStore.Listing], total: Int) -> Table {
        let labels = ["REC NO", "REC TYPE", "REC STATUS", "ADDRESS", "INSPECTION", "DATE"]
        var table = Table(
            id: "active-inspections", caption: "My Active Inspections", total: "\(total) total record(s)",
            emptyText: "No inspections are scheduled.", columns: labels.map { Table.Column(label: $0) }, count: listings.count
        ) { place in
            let listing = listings[place]
            let inspector = listing.inspector.isEmpty ? nil : Cell.Note.text("Inspector: \(listing.inspector)")
            return Table.Row(
                id: "inspection-\(listing.id)",
                cells: [
                    .header(labels[0], listing.permit.number.rawValue, .permit(listing.permit.number, .info)),
                    Cell(labels[1], "PERMIT"),
                    .tag(labels[2], listing.permit.status.word, tone: StatusTag.tone(listing.permit.status.state)),
                    .link(labels[3], listing.permit.address, .permit(listing.permit.number, .site)),
                    .link(labels[4], listing.type, .inspection(listing.id), note: inspector),
                    Cell(labels[5], "\(listing.day.short) \(listing.slot)"),
                ])
        }
        table.pager = Pager(
            of: "My Active Inspections", page: query.inspectionsPage, size: DashboardQuery.otherSize, total: total
        ) { page in query.with { $0.inspectionsPage = page }.address(of: "active-inspections") }
        return table
    }

    private func permits(
        _ listings: [PermitListing], total: Int, id: String, caption: String, rowID: String,
        columns: [AgencyDashboard.PermitColumn], order: PermitOrder, page: Int, size: Int,
        tag: @escaping @Sendable (PermitNumber) -> String?, sorted: (PermitOrder) -> DashboardQuery,
        paged: (Int) -> DashboardQuery
    ) throws -> Table {
        let columns = columns.filter { $0 != .inspection || context.may(.requestInspections) }
        let headers = columns.map { column in
            var header = Table.Column(label: column.label, isMoney: column == .feesDue)
            guard let key = column.order else { return header }
            let isCurrent = order.column == key
            header.sortAddress = sorted(PermitOrder(key, isDescending: isCurrent && !order.isDescending)).address(of: id)
            header.ariaSort = isCurrent ? (order.isDescending ? "descending" : "ascending") : nil
            return header
        }
        let (rules, mayPay) = (context.rules, context.may(.pay))
        // Read now: the rows themselves are made when the template comes to them.
        let store = columns.contains(.attachments) ? context.records.attachments : nil
        let attachments = try store.map { store in try listings.map { try store.count(permit: $0.permit.id) } }
        var table = Table(
            id: id, caption: caption, total: "\(total) total record(s)", emptyText: "There are none.", columns: headers,
            count: listings.count
        ) { place in
            let listing = listings[place]
            let row = DashboardCell(
                rules: rules, listing: listing, attachments: attachments?[place], tag: tag(listing.permit.number),
                mayPay: mayPay)
            return Table.Row(id: Self.rowID(rowID, listing.permit.number), cells: columns.lazy.map { row.cell($0) })
        }
        table.pager = Pager(of: caption, page: page, size: size, total: total) { paged($0).address(of: id) }
        return table
    }
}

extension DashboardTables {
    /// "active-1980-001138-BP": an id has no blanks in it.
    private static func rowID(_ start: String, _ number: PermitNumber) -> String {
        let parts = (start.utf8, number.rawValue.utf8)
        return String(unsafeUninitializedCapacity: parts.0.count + parts.1.count) { room in
            var count = 0
            for byte in parts.0 {
                room[count] = byte
                count += 1
            }
            for byte in parts.1 {
                room[count] = byte == UInt8(ascii: " ") ? UInt8(ascii: "-") : byte
                count += 1
            }
            return count
        }
    }
}

extension AgencyDashboard.PermitColumn {
    var label: String {
        switch self {
        case .number: "PERMIT NO."
        case .address: "ADDRESS"
        case .type: "TYPE"
        case .status: "STATUS"
        case .expired: "EXPIRED"
        case .inspection: "INSPECTION"
        case .feesDue: "FEES DUE"
        case .attachments: "ATTACHMENTS"
        }
    }

    /// What the column sorts by; what may be asked for depends on too much to be sorted.
    fileprivate var order: PermitOrder.Column? {
        switch self {
        case .number: .number
        case .address: .address
        case .type: .type
        case .status: .status
        case .expired: .expired
        case .inspection, .attachments: nil
        case .feesDue: .fees
        }
    }
}
