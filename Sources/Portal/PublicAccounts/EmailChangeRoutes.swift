import HTTP
import Permitting

/// What can be done with an address in the profile that waits to be confirmed.
enum EmailChangeRoutes {
    /// The link once more. With the same words as at first, for the one that lost the mail may not be the one who asked.
    @Sendable static func create(_ request: Request, _ context: Context) throws -> Response {
        let account = try account(context)
        guard let email = try EmailChange.waiting(of: account.id, context),
            let address = EmailAddress(rawValue: email), let contractor = try context.records.contractors.find(id: account.id)
        else { return context.redirect(to: .profile) }
        if let fault = try EmailChange.fault(address, context) {
            return try ProfileRoutes.page(context, faults: [fault], status: .tooManyRequests)
        }
        let change = try EmailChange(contractor, account.kind, context).ask(for: email)
        try context.write(change)
        return .redirect(to: Link.profile.address + "?email=sent")
    }

    @Sendable static func destroy(_ request: Request, _ context: Context) throws -> Response {
        let (id, actor, now) = (try account(context).id, context.actor, context.now)
        try context.write { records in
            guard try records.confirmations.endOpen(contractor: id, at: now) else { return }
            try records.events.record("new email taken back", by: actor, at: now)
        }
        return .redirect(to: Link.profile.address + "?email=cancelled")
    }

    /// Whoever has the account's own password; the company's people have addresses of their own.
    private static func account(_ context: Context) throws -> Account {
        guard let account = context.viewer.account, account.member == nil else { throw PortalError.forbidden }
        return account
    }
}
