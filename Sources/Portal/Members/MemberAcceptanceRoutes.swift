import Credentials
import HTTP
import Permitting
import Storage

/// The one-time link by which somebody takes up a company's invitation. It signs nobody in.
enum MemberAcceptanceRoutes {
    private struct Invitation {
        let token: RandomToken
        let member: Member
        let company: Contractor
        /// Of somebody who works for another company too.
        let login: MemberStore.Login?
    }

    @Sendable static func edit(_ request: Request, _ context: Context) throws -> Response {
        try page(try invitation(context), [], context)
    }

    @Sendable static func update(_ request: Request, _ context: Context) throws -> Response {
        let (invitation, fields) = (try invitation(context), try request.form())
        let faults =
            if let login = invitation.login {
                try join(invitation, login, with: fields["password"] ?? "", request, context)
            } else {
                try join(
                    invitation,
                    NewPassword(password: fields["password"] ?? "", confirmation: fields["confirmation"] ?? ""), context)
            }
        guard faults.isEmpty else { return try page(invitation, faults, context) }
        return .redirect(to: Link.login.address + "?joined=yes")
    }

    /// Proves that it is the same person: whoever can read the mail could otherwise join by another's login.
    private static func join(
        _ invitation: Invitation, _ login: MemberStore.Login, with password: String, _ request: Request, _ context: Context
    ) throws -> [Fault] {
        if password.isEmpty { return [Fault("password", "Type your password")] }
        try context.site.signInLimits.take(request.client, at: context.now)
        let isRight = try PasswordCheck(context).isRight(password, login.passwordHash)
        let (lockout, now) = (context.agency.signIn.lockout, context.now)
        switch try context.write({
            try $0.signIns.judge(.member(login.id), isRight: isRight, lockout: lockout, at: now)
        }) {
        case .admitted: context.site.signInLimits.giveBack(request.client, at: now)
        case .wrong: return [Fault("password", "This is not the password of your login")]
        case .locked(let lock): return [Fault("password", LockText.words(lock, context))]
        }
        try settle(invitation, context) { records, member in
            guard try records.members.login(email: member.email)?.id == login.id else { throw PortalError.invitationUsed }
            try records.members.join(member, login: login.id, at: now)
        }
        return []
    }

    private static func join(_ invitation: Invitation, _ new: NewPassword, _ context: Context) throws -> [Fault] {
        let (member, company) = (invitation.member, invitation.company)
        let names = [member.name, member.email, company.companyName, company.license, context.agency.shortName]
        let faults = new.faults(rule: context.agency.signIn.password, names: names)
        guard faults.isEmpty else { return faults }
        let hash = try PasswordHash.hash(new.password, cost: context.site.configuration.passwordCost)
        let now = context.now
        try settle(invitation, context) { records, member in
            guard try records.members.login(email: member.email) == nil else { throw PortalError.invitationUsed }
            try records.members.join(member, passwordHash: hash, at: now)
        }
        return []
    }

    /// Asked again in the writer's order: of two clicks at once one takes it up.
    private static func settle(
        _ invitation: Invitation, _ context: Context, _ join: @escaping @Sendable (Records, Member) throws -> Void
    ) throws {
        let (hash, now, client) = (invitation.token.hash, context.now, context.client)
        try context.write { records in
            guard let member = try records.members.invited(tokenHash: hash, now: now) else { throw PortalError.invitationUsed }
            try join(records, member)
            let actor = EventStore.Actor.contractor(member.contractorID, member: member.id, from: client)
            try records.events.record("invitation accepted", by: actor, at: now)
        }
    }

    /// The address is the secret: no link from here may tell it.
    private static func page(_ invitation: Invitation, _ faults: [Fault], _ context: Context) throws -> Response {
        let page = MemberAcceptancePage(
            token: invitation.token.text, member: invitation.member, company: invitation.company.companyName,
            hasLogin: invitation.login != nil, rule: context.agency.signIn.password, faults: faults)
        var response = try context.page(page, status: faults.isEmpty ? .ok : .unprocessableContent)
        response.headers["Referrer-Policy"] = "no-referrer"
        return response
    }

    private static func invitation(_ context: Context) throws -> Invitation {
        guard let token = context.parameters["token"].flatMap(RandomToken.init(text:)),
            let member = try context.records.members.invited(tokenHash: token.hash, now: context.now),
            let company = try context.records.contractors.find(id: member.contractorID)
        else { throw PortalError.invitationUsed }
        let login = try context.records.members.login(email: member.email)
        return Invitation(token: token, member: member, company: company, login: login)
    }
}
