import Credentials
import HTTP
import Permitting
import Storage

/// The office's own people and their accounts, for administrators.
enum StaffAccountRoutes {
    static let longestReason = 200

    @Sendable static func index(_ request: Request, _ context: Context) throws -> Response {
        try context.page(StaffAccountsPage(try context.records.staff.all(), context))
    }

    @Sendable static func new(_ request: Request, _ context: Context) throws -> Response {
        try context.page(NewStaffAccountPage())
    }

    @Sendable static func create(_ request: Request, _ context: Context) throws -> Response {
        let form = StaffAccountForm(try request.form())
        var faults = form.faults
        if faults.isEmpty, try context.records.staff.credentials(email: form.email) != nil { faults = [Self.isKnown] }
        guard faults.isEmpty, let role = form.role else {
            return try context.page(NewStaffAccountPage(typed: form, faults: faults), status: .unprocessableContent)
        }
        let (actor, now) = (context.actor, context.now)
        let invitation = StaffInvitation(
            to: StaffMember(id: 0, email: form.email.lowercased(), name: form.name, role: role), isNew: true, context)
        let id = try context.write { records -> Int? in
            guard try records.staff.credentials(email: form.email) == nil else { return nil }
            let id = try records.staff.insert(email: form.email, name: form.name, role: role)
            try invitation.send(to: id, records, at: now)
            try records.events.record(
                "staff invited", by: actor, detail: "\(form.email.lowercased()) as \(role.rawValue)", at: now)
            return id
        }
        guard let id else {
            return try context.page(
                NewStaffAccountPage(typed: form, faults: [Self.isKnown]), status: .unprocessableContent)
        }
        return try answer(to: invitation, of: id, context)
    }

    @Sendable static func show(_ request: Request, _ context: Context) throws -> Response {
        let deed = StaffAccountPage.Deed(rawValue: request.target.query["done"] ?? "")
        return try context.page(StaffAccountPage(try account(context), deed: deed, context))
    }

    private static let isKnown = Fault("email", "Somebody of the office has this address already")

    static func account(_ context: Context) throws -> StaffStore.Credentials {
        guard let account = try context.records.staff.credentials(id: try context.id()) else { throw PortalError.notFound }
        return account
    }

    /// The link stands on the page only where no mail carries it.
    static func answer(to invitation: StaffInvitation, of id: Int, _ context: Context) throws -> Response {
        guard let link = invitation.link else {
            return .redirect(to: Link.staffAccount(id).address + "?done=" + StaffAccountPage.Deed.invited.rawValue)
        }
        guard let account = try context.records.staff.credentials(id: id) else { throw PortalError.notFound }
        return try context.page(StaffAccountPage(account, link: link, context))
    }
}
