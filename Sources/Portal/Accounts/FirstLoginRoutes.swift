import Credentials
import HTTP
import Permitting

enum FirstLoginRoutes {
    @Sendable static func edit(_ request: Request, _ context: Context) throws -> Response {
        try context.page(FirstLoginPage(signIn: context.agency.signIn))
    }

    @Sendable static func update(_ request: Request, _ context: Context) throws -> Response {
        let form = FirstLoginForm(try request.form())
        let signIn = context.agency.signIn
        let id = try context.contractorID()
        guard let company = try context.records.contractors.credentials(id: id) else { throw PortalError.notFound }
        var faults = form.faults(signIn: signIn, names: [company.companyName, company.license, context.agency.shortName])
        let key = company.key(at: signIn.firstPassword)
        if faults.isEmpty, key?.isFirst == true, try PasswordCheck(context).isRight(form.newPassword.password, key: key) {
            faults = [Fault("password", "\(signIn.firstPassword.subject) cannot be your password; choose another")]
        }
        guard faults.isEmpty else {
            return try context.page(
                FirstLoginPage(signIn: signIn, question: form.question, faults: faults), status: .unprocessableContent)
        }
        let password = try PasswordHash.hash(form.newPassword.password, cost: context.site.configuration.passwordCost)
        let answer =
            signIn.asksSecurityQuestion
            ? try PasswordHash.hash(SecretAnswer.normalized(form.answer), cost: context.site.configuration.passwordCost) : nil
        let (actor, now) = (context.actor, context.now)
        let mail = try context.records.contractors.find(id: id).flatMap(AccountMail(context: context).setUp)
        try context.write { records in
            // Somebody else who had the first password was quicker: it is dead.
            guard try records.contractors.credentials(id: id)?.passwordHash == nil else { throw PortalError.forbidden }
            try records.contractors.setPassword(password, contractor: id)
            if let answer { try records.contractors.setSecurityQuestion(form.question, answerHash: answer, contractor: id) }
            try records.sessions.endShared(contractor: id)
            try records.events.record("password set at first login", by: actor, at: now)
            if let mail { try records.outbox.add(mail, at: now) }
        }
        let cookie = try SessionStart(request, context).contractor(id, isSettingUp: false, isRemembered: false)
        var response = context.redirect(to: .dashboard)
        cookie.set(on: &response, context)
        return response
    }
}
