import Credentials
import HTTP
import Permitting
import Storage

/// The page behind the link in the mail: one new password for the accounts that are ticked. It signs nobody in.
enum ResetPasswordRoutes {
    @Sendable static func edit(_ request: Request, _ context: Context) throws -> Response {
        let (token, _, accounts) = try asked(context)
        return try page(ResetPasswordPage(token: token, accounts: accounts, agency: context.agency), context, .ok)
    }

    @Sendable static func update(_ request: Request, _ context: Context) throws -> Response {
        let (token, reset, accounts) = try asked(context)
        let form = ResetPasswordForm(try request.form(), accounts: accounts)
        var faults = form.faults(accounts, agency: context.agency)
        let chosen = accounts.filter(form.isChosen)
        if faults.isEmpty { faults = try wrongAnswers(form, chosen, reset, context) }
        guard faults.isEmpty else {
            return try page(
                ResetPasswordPage(token: token, accounts: accounts, agency: context.agency, form: form, faults: faults), context,
                .unprocessableContent)
        }
        let cost = context.site.configuration.passwordCost
        // Each with a salt of its own: nobody who reads the records sees that they are alike.
        let hashes = try chosen.map { (account: $0, hash: try PasswordHash.hash(form.newPassword.password, cost: cost)) }
        let (now, client, mail) = (context.now, context.client, ResetMail(context: context).done(chosen))
        try context.write { records in
            guard let live = try records.passwordResets.find(tokenHash: token.hash, at: now) else { throw PortalError.linkUsed }
            for (account, hash) in hashes { try account.set(hash, from: client, records, at: now) }
            try records.passwordResets.use(live, at: now)
            if let mail { try records.outbox.add(mail, at: now) }
        }
        return .redirect(to: Link.login.address + "?reset=yes")
    }

    /// Wrong answers count as wrong passwords do, and so many of them end the link. An account that is locked may be reset all the
    /// same: nobody can keep its owner out by guessing.
    private static func wrongAnswers(
        _ form: ResetPasswordForm, _ chosen: [ForgottenAccount], _ reset: PasswordResetStore.Reset, _ context: Context
    ) throws -> [Fault] {
        let wrong = try chosen.filter { account in
            guard let hash = account.question?.answerHash else { return false }
            return try !PasswordHash.verify(SecretAnswer.normalized(form.answer(account)), against: hash)
        }
        if !wrong.isEmpty {
            let (lockout, now) = (context.agency.signIn.lockout, context.now)
            try context.write { records in
                for account in wrong {
                    _ = try records.signIns.judge(account.account, isRight: false, lockout: lockout, at: now)
                    try records.passwordResets.noteFailure(id: reset.id)
                }
            }
        }
        return wrong.map { Fault(ResetPasswordForm.field($0), "This is not the secret answer of \($0.label)") }
    }

    /// The address is the secret: no link from here may tell it.
    private static func page(_ page: ResetPasswordPage, _ context: Context, _ status: Status) throws -> Response {
        var response = try context.page(page, status: status)
        response.headers["Referrer-Policy"] = "no-referrer"
        return response
    }

    private static func asked(
        _ context: Context
    ) throws -> (RandomToken, PasswordResetStore.Reset, [ForgottenAccount]) {
        guard let token = context.parameters["token"].flatMap(RandomToken.init(text:)),
            let reset = try context.records.passwordResets.find(tokenHash: token.hash, at: context.now),
            reset.failures < context.agency.signIn.lockout.failures
        else { throw PortalError.linkUsed }
        let accounts = try ForgottenAccounts(email: reset.email, records: context.records, signIn: context.agency.signIn).open
        guard !accounts.isEmpty else { throw PortalError.linkUsed }
        return (token, reset, accounts)
    }
}
