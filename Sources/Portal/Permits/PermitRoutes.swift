import HTTP
import Permitting

enum PermitRoutes {
    @Sendable static func show(_ request: Request, _ context: Context) throws -> Response {
        let view = try PermitView(context)
        let isUnlinked = request.target.query["unlinked"] != nil && view.isFull
        return try context.page(PermitFactsPage(info: view, context: context, isUnlinked: isUnlinked))
    }

    @Sendable static func site(_ request: Request, _ context: Context) throws -> Response {
        let view = try PermitView(context)
        return try context.page(PermitFactsPage(site: view, context: context))
    }

    @Sendable static func contacts(_ request: Request, _ context: Context) throws -> Response {
        let view = try PermitView(context)
        try view.requireFull(context)
        let all = ["NAME", "ROLE", "ADDRESS", "PHONE", "EMAIL"]
        // Anybody can link a permit whose number he knows: how to reach the others is not for him.
        let labels = context.viewer.account?.kind == .publicUser ? Array(all.prefix(2)) : all
        let rows = try context.records.permits.contacts(of: view.permit.id).enumerated().map { index, contact in
            let isReachable = contact.isReachable(for: context.viewer)
            let known: [String?] = [
                contact.name, contact.role, contact.address, isReachable ? contact.phone : nil,
                isReachable ? contact.email : nil,
            ]
            let cells = zip(labels, known).enumerated().map { place, cell in
                place == 0 ? Cell.header(cell.0, cell.1 ?? "") : Cell(cell.0, cell.1)
            }
            return Table.Row(id: "contact-\(index)", cells: cells)
        }
        return try list("Contacts", "contacts", labels, rows, "Nobody is named on this permit yet.", .contacts, view, context)
    }

    @Sendable static func fees(_ request: Request, _ context: Context) throws -> Response {
        let view = try PermitView(context)
        try view.requireFull(context)
        let fees = try context.records.fees.all(permit: view.permit.id, contractor: context.viewer.contractorID)
        return try context.page(
            PermitFeesPage(
                header: try PermitHeader(view, tab: .fees, context: context), fees: fees, view: view, context: context))
    }

    @Sendable static func inspections(_ request: Request, _ context: Context) throws -> Response {
        let view = try PermitView(context)
        let labels = ["INSPECTION", "DATE", "RESULT", "INSPECTOR", "NOTES"]
        let rows = try context.records.inspections.all(permit: view.permit.id).map { inspection in
            Table.Row(
                id: "inspection-\(inspection.id)",
                cells: [
                    .header(labels[0], inspection.type, view.isParty ? .inspection(inspection.id) : nil),
                    Cell(labels[1], "\(inspection.day.short) \(inspection.slot)"),
                    .tag(labels[2], inspection.state.word, tone: StatusTag.tone(inspection.state)),
                    Cell(labels[3], inspection.inspector), Cell(labels[4], inspection.resultNotes),
                ])
        }
        return try list(
            "Inspections", "inspections", labels, rows, "No inspection has been asked for yet.", .inspections, view, context)
    }

    @Sendable static func conditions(_ request: Request, _ context: Context) throws -> Response {
        let view = try PermitView(context)
        let labels = ["CONDITION", "STATUS", "SATISFIED"]
        let rows = try context.records.permits.conditions(of: view.permit.id).enumerated().map { index, condition in
            Table.Row(
                id: "condition-\(index)",
                cells: [
                    .header(labels[0], condition.text), Cell(labels[1], condition.status),
                    Cell(labels[2], condition.satisfiedOn?.short),
                ])
        }
        return try list("Conditions", "conditions", labels, rows, "This permit has no conditions.", .conditions, view, context)
    }

    @Sendable static func reviews(_ request: Request, _ context: Context) throws -> Response {
        let view = try PermitView(context)
        let reviews = try context.records.permits.reviews(of: view.permit.id)
        let order = ReviewOrder(request.target.query["sort"])
        return try context.page(
            PermitReviewsPage(
                header: try PermitHeader(view, tab: .reviews, context: context), reviews: order.sorted(reviews), order: order,
                number: view.permit.number, showsNotes: view.isFull))
    }

    private static func list(
        _ caption: String, _ id: String, _ labels: [String], _ rows: [Table.Row], _ emptyText: String, _ tab: Link.Tab,
        _ view: PermitView, _ context: Context
    ) throws -> Response {
        let table = Table(
            id: id, caption: caption, total: "\(rows.count) total record(s)", emptyText: emptyText,
            columns: labels.map { Table.Column(label: $0) }, rows: rows)
        return try context.page(PermitListPage(header: try PermitHeader(view, tab: tab, context: context), table: table))
    }
}

extension Contact {
    /// Whether the viewer may know telephone and mail: the office, and the company itself. Another company on the permit may not,
    /// for a telephone number can be what its owner signs in with.
    fileprivate func isReachable(for viewer: Viewer) -> Bool {
        switch viewer {
        case .staff: true
        // A public user takes a name as he likes.
        case .account(let account, _): account.kind == .company && account.name == name
        case .anonymous, .signingIn: false
        }
    }
}

extension Inspection.State {
    /// As it stands in lists.
    var word: String {
        switch self {
        case .requested: "SCHEDULED"
        case .passed: "PASSED"
        case .partial: "PARTIAL"
        case .failed: "FAILED"
        case .noAccess: "NO ACCESS"
        case .cancelled: "CANCELLED"
        }
    }
}
