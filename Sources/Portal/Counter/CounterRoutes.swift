import HTTP
import Permitting

enum CounterRoutes {
    /// More than a day's work; past it the queue says so.
    static let longest = 200

    @Sendable static func show(_ request: Request, _ context: Context) throws -> Response {
        try context.page(try CounterPage(context, notice: try CounterNotice(context: context).read(request.target.query)))
    }

    @Sendable static func issue(_ request: Request, _ context: Context) throws -> Response {
        let permit = try context.permit()
        let (agency, actor, today, now) = (context.agency, context.actor, context.today, context.now)
        do {
            try context.write { records in
                guard let permit = try records.permits.find(id: permit.id) else { throw PortalError.notFound }
                let balance = try records.fees.due(permit: permit.id, contractor: nil).map(\.amount).sum
                let issuance = try Issuance(of: permit, balance: balance, agency: agency, today: today)
                try records.permits.issue(permit, issuance)
                try records.events.record(
                    "permit issued", by: actor, permit: permit.id,
                    detail: "\(permit.status.word) to \(issuance.status.word)", at: now)
            }
        } catch let refusal as Issuance.Refusal {
            return try context.page(
                try CounterPage(context, faults: [Fault(nil, Self.words(refusal, permit.number))]), status: .unprocessableContent)
        }
        return .redirect(to: Link.counter.address + "?" + FormFields.encode([("issued", permit.number.rawValue)]))
    }

    @Sendable static func assign(_ request: Request, _ context: Context) throws -> Response {
        let id = try context.id()
        let chosen = try request.form()["inspector"] ?? ""
        guard let inspection = try context.records.inspections.find(id: id) else { throw PortalError.notFound }
        guard let inspector = try context.records.staff.inspectors().first(where: { String($0.id) == chosen }) else {
            return try context.page(
                try CounterPage(context, faults: [Fault("inspector-\(id)", "Choose an inspector")]), status: .unprocessableContent
            )
        }
        guard inspection.state.isActive else {
            return try context.page(
                try CounterPage(context, faults: [Fault(nil, "The inspection \(inspection.type) is not scheduled any more.")]),
                status: .unprocessableContent)
        }
        let (actor, now) = (context.actor, context.now)
        try context.write { records in
            try records.inspections.assign(id: id, inspector: inspector.id)
            try records.events.record(
                "inspector assigned", by: actor, permit: inspection.permitID, detail: inspector.name, at: now)
        }
        return .redirect(to: Link.counter.address + "?assigned=\(id)")
    }

    private static func words(_ refusal: Issuance.Refusal, _ number: PermitNumber) -> String {
        switch refusal {
        case .notReady(let status): "\(number) is \(status): only a permit that is ready to issue can be issued."
        case .feesUnpaid(let balance): "\(number) still has \(balance) due."
        }
    }
}
