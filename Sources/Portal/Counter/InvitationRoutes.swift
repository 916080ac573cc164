import Credentials
import HTTP
import Permitting

/// The one-time link by which somebody new at the office sets a password.
enum InvitationRoutes {
    @Sendable static func edit(_ request: Request, _ context: Context) throws -> Response {
        let (token, member) = try invited(context)
        return try page(token, member, [], context, .ok)
    }

    @Sendable static func update(_ request: Request, _ context: Context) throws -> Response {
        let (token, member) = try invited(context)
        let fields = try request.form()
        let new = NewPassword(password: fields["password"] ?? "", confirmation: fields["confirmation"] ?? "")
        let faults = new.faults(rule: InvitationPage.rule, names: [member.name, member.email, context.agency.shortName])
        guard faults.isEmpty else { return try page(token, member, faults, context, .unprocessableContent) }
        let hash = try PasswordHash.hash(new.password, cost: context.site.configuration.passwordCost)
        let (now, client) = (context.now, context.client)
        try context.write { records in
            guard try records.staff.invited(tokenHash: token.hash, now: now) != nil else { throw PortalError.notFound }
            try records.staff.setPassword(hash, member: member.id)
            try records.events.record("password set by invitation", by: .staff(member.id, from: client), at: now)
        }
        return context.redirect(to: .counterLogin)
    }

    /// The address is the secret: no link from here may tell it.
    private static func page(
        _ token: RandomToken, _ member: StaffMember, _ faults: [Fault], _ context: Context, _ status: Status
    ) throws -> Response {
        let page = InvitationPage(token: token.text, name: member.name, rule: InvitationPage.rule, faults: faults)
        var response = try context.page(page, status: status)
        response.headers["Referrer-Policy"] = "no-referrer"
        return response
    }

    private static func invited(_ context: Context) throws -> (RandomToken, StaffMember) {
        guard let token = context.parameters["token"].flatMap(RandomToken.init(text:)),
            let member = try context.records.staff.invited(tokenHash: token.hash, now: context.now)
        else { throw PortalError.notFound }
        return (token, member)
    }
}
