import HTTP
import Permitting
import Storage

enum CartRoutes {
    @Sendable static func show(_ request: Request, _ context: Context) throws -> Response {
        try context.page(CartPage(lines: try context.records.carts.lines(contractor: try context.contractorID())))
    }

    /// A click on an amount: puts the record's fees in the cart and opens the page the agency names.
    @Sendable static func create(_ request: Request, _ context: Context) throws -> Response {
        let contractor = try context.contractorID()
        let text = try request.form()["permit"] ?? ""
        guard let number = PermitNumber(rawValue: text), let permit = try context.records.permits.find(number) else {
            throw PortalError.notFound
        }
        guard try context.records.permits.isParty(contractor: contractor, permit: permit.id) else { throw PortalError.forbidden }
        let now = context.now
        if try !context.records.fees.due(permit: permit.id, contractor: contractor).isEmpty {
            try context.write { try $0.carts.put(permit: permit.id, contractor: contractor, at: now) }
        }
        return context.redirect(to: context.agency.dashboard.amountOpens == .checkout ? .checkout : .cart)
    }

    /// The tick boxes, and which button was pressed: on to the checkout, or one record taken out.
    @Sendable static func update(_ request: Request, _ context: Context) throws -> Response {
        let contractor = try context.contractorID()
        let fields = try request.form()
        let lines = try context.records.carts.lines(contractor: contractor)
        let ticked = Set(fields.values("record"))
        let permits = lines.map(\.record).filter { ticked.contains($0.number.rawValue) }
        let removed = lines.map(\.record).first { $0.number.rawValue == fields["remove"] }
        try context.write { records in
            try records.carts.tick(permits: permits.map(\.permitID), contractor: contractor)
            if let removed { try records.carts.remove(permit: removed.permitID, contractor: contractor) }
        }
        if fields["remove"] != nil { return context.redirect(to: .cart) }
        guard permits.contains(where: { !$0.fees.isEmpty }) else {
            let now = try context.records.carts.lines(contractor: contractor)
            return try context.page(
                CartPage(lines: now, faults: [Fault(nil, "Tick at least one record to pay for")]), status: .unprocessableContent)
        }
        return context.redirect(to: .checkout)
    }
}
