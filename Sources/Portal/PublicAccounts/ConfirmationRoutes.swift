import Credentials
import HTTP
import Permitting
import Storage

/// Confirms the address that a link was mailed to. It signs nobody in: who has the mail need not know the password, and whoever
/// confirmed what a stranger typed does not go on in an account that the stranger can open.
enum ConfirmationRoutes {
    @Sendable static func edit(_ request: Request, _ context: Context) throws -> Response {
        let token = try token(context)
        let confirmation = try asked(token, context.records, context.now)
        let isNew = confirmation.contractor == nil
        let name = try isNew ? signUp(confirmation, context.records).person.companyName : owner(confirmation, context).name
        var response = try context.page(ConfirmationPage(token, name: name, email: confirmation.email, isNew: isNew))
        // The address is the secret: no link from here may tell it.
        response.headers["Referrer-Policy"] = "no-referrer"
        return response
    }

    @Sendable static func update(_ request: Request, _ context: Context) throws -> Response {
        let token = try token(context)
        let confirmation = try asked(token, context.records, context.now)
        guard confirmation.contractor != nil else { return try openAccount(token, context) }
        return try change(try owner(confirmation, context), to: confirmation.email, token, context)
    }

    private static func openAccount(_ token: RandomToken, _ context: Context) throws -> Response {
        try SignUpRoutes.requireOffer(context)
        let (now, client) = (context.now, context.client)
        try context.write { records in
            let (person, hash) = try signUp(try asked(token, records, now), records)
            guard try !records.contractors.isPublicEmail(person.email) else { throw PortalError.confirmationUsed }
            let id = try records.contractors.insert(publicUser: person, passwordHash: hash)
            try records.confirmations.endSignUps(email: person.email, at: now)
            try records.events.record("public account confirmed", by: .contractor(id, from: client), at: now)
        }
        return .redirect(to: Link.publicLogin.address + "&confirmed=account")
    }

    private static func change(
        _ account: Account, to email: String, _ token: RandomToken, _ context: Context
    ) throws -> Response {
        let (now, client) = (context.now, context.client)
        guard let contractor = try context.records.contractors.find(id: account.id) else { throw PortalError.confirmationUsed }
        let mail = ConfirmationMail(context: context).changed(contractor, to: email)
        try context.write { records in
            _ = try asked(token, records, now)
            // Somebody else may have made it his own meanwhile.
            if account.kind == .publicUser, try records.contractors.isPublicEmail(email) { throw PortalError.confirmationUsed }
            try records.contractors.setEmail(email, contractor: account.id)
            try records.confirmations.endOpen(contractor: account.id, at: now)
            try records.events.record("email changed", by: .contractor(account.id, from: client), at: now)
            if let mail { try records.outbox.add(mail, at: now) }
        }
        if context.viewer.contractorID == account.id { return .redirect(to: Link.profile.address + "?confirmed=email") }
        let login = account.kind == .publicUser ? Link.publicLogin.address + "&" : Link.login.address + "?"
        return .redirect(to: login + "confirmed=email")
    }

    private static func token(_ context: Context) throws -> RandomToken {
        guard let token = context.parameters["token"].flatMap(RandomToken.init(text:)) else { throw PortalError.confirmationUsed }
        return token
    }

    private static func asked(
        _ token: RandomToken, _ records: Records, _ now: Instant
    ) throws -> ConfirmationStore.Confirmation {
        guard let confirmation = try records.confirmations.find(tokenHash: token.hash, at: now) else {
            throw PortalError.confirmationUsed
        }
        return confirmation
    }

    private static func signUp(
        _ confirmation: ConfirmationStore.Confirmation, _ records: Records
    ) throws -> (person: Contractor, passwordHash: String) {
        guard let signUp = try records.confirmations.signUp(confirmation) else { throw PortalError.confirmationUsed }
        return signUp
    }

    private static func owner(_ confirmation: ConfirmationStore.Confirmation, _ context: Context) throws -> Account {
        guard let id = confirmation.contractor, let owner = try context.records.contractors.credentials(id: id) else {
            throw PortalError.confirmationUsed
        }
        return Account(id: owner.id, name: owner.companyName, kind: owner.kind, member: nil)
    }
}
