import Credentials
import HTTP
import Permitting
import Storage

/// The one-time link by which somebody of the office sets a password. It signs nobody in, and leaves a second factor as it is.
enum InvitationRoutes {
    @Sendable static func edit(_ request: Request, _ context: Context) throws -> Response {
        let (token, account) = try invited(context)
        return try page(token, account, [], context, .ok)
    }

    @Sendable static func update(_ request: Request, _ context: Context) throws -> Response {
        let (token, account) = try invited(context)
        let fields = try request.form()
        let new = NewPassword(password: fields["password"] ?? "", confirmation: fields["confirmation"] ?? "")
        let faults = new.faults(rule: rule(account), names: account.passwordNames(context.agency))
        guard faults.isEmpty else { return try page(token, account, faults, context, .unprocessableContent) }
        let hash = try PasswordHash.hash(new.password, cost: context.site.configuration.passwordCost)
        let (now, id, isShort) = (context.now, account.member.id, StaffPassword.isShort(new.password))
        let client = context.client
        let mail = account.passwordHash == nil ? nil : StaffMail(context: context).passwordChanged(account.member)
        try context.write { records in
            guard try records.staff.invited(tokenHash: token.hash, now: now) != nil else { throw PortalError.notFound }
            try records.staff.setPassword(hash, isShort: isShort, member: id)
            try records.events.record("password set by invitation", by: .staff(id, from: client), at: now)
            if let mail { try records.outbox.add(mail, at: now) }
        }
        return context.redirect(to: .counterLogin)
    }

    private static func rule(_ account: StaffStore.Credentials) -> PasswordRule {
        StaffPassword.rule(hasSecondFactor: account.hasSecondFactor)
    }

    /// The address is the secret: no link from here may tell it.
    private static func page(
        _ token: RandomToken, _ account: StaffStore.Credentials, _ faults: [Fault], _ context: Context, _ status: Status
    ) throws -> Response {
        let page = InvitationPage(token: token.text, name: account.member.name, rule: rule(account), faults: faults)
        var response = try context.page(page, status: status)
        response.headers["Referrer-Policy"] = "no-referrer"
        return response
    }

    private static func invited(_ context: Context) throws -> (RandomToken, StaffStore.Credentials) {
        guard let token = context.parameters["token"].flatMap(RandomToken.init(text:)),
            let member = try context.records.staff.invited(tokenHash: token.hash, now: context.now),
            let account = try context.records.staff.credentials(id: member.id)
        else { throw PortalError.notFound }
        return (token, account)
    }
}
