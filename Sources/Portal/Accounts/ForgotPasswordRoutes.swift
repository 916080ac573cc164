import HTTP
import Permitting
import Storage

/// Asking for a new password. Whether anybody has the address on file is told by nothing: not by the pages, not by the work they
/// take; only by the mail that comes.
enum ForgotPasswordRoutes {
    @Sendable static func new(_ request: Request, _ context: Context) throws -> Response {
        try context.page(ForgotPasswordPage(context: context))
    }

    /// First with the address alone, then once more with the button below what will be done.
    @Sendable static func create(_ request: Request, _ context: Context) throws -> Response {
        let fields = try request.form()
        let typed = (fields["email"] ?? "").trimmed
        let type = context.agency.signIn.accountType(fields["kind"])
        guard let type, let address = EmailAddress(rawValue: typed) else {
            let kind = fields["kind"] ?? ""
            let faults = type == nil ? [Fault("kind", "Choose what kind of account it is")] : []
            return try context.page(
                ForgotPasswordPage(context: context, kind: kind, email: typed, faults: faults + Self.faults(typed)),
                status: .unprocessableContent)
        }
        guard fields["step"] == ForgotPasswordNoticePage.step else {
            return try context.page(
                ForgotPasswordNoticePage(email: address.rawValue, type: type))
        }
        let since = context.now.adding(minutes: -PasswordReset.countedMinutes)
        guard try context.records.passwordResets.count(client: request.client, since: since) < PasswordReset.mostPerClient else {
            let text =
                "There were too many requests from your network. Wait an hour, or call the office at \(context.agency.office.telephone)."
            return try context.page(
                ForgotPasswordPage(context: context, kind: type.kind.rawValue, email: typed, faults: [Fault(nil, text)]),
                status: .tooManyRequests)
        }
        try ask(address, client: request.client, context)
        return context.redirect(to: .forgotPasswordSent)
    }

    @Sendable static func sent(_ request: Request, _ context: Context) throws -> Response {
        try context.page(ForgotPasswordSentPage(telephone: context.agency.office.telephone))
    }

    private static func faults(_ email: String) -> [Fault] {
        guard EmailAddress(rawValue: email) == nil else { return [] }
        return [Fault("email", email.isEmpty ? "Type your email" : "Enter an email address, like name@example.com")]
    }

    /// Known or not, the same is looked up, put together and written.
    private static func ask(_ address: EmailAddress, client: String, _ context: Context) throws {
        let now = context.now
        let accounts = try ForgottenAccounts(email: address.rawValue, records: context.records, signIn: context.agency.signIn)
        guard let mail = ResetMail(context: context).asked(accounts, typed: address) else { throw PortalError.badField("email") }
        try context.write { records in
            let resets = records.passwordResets
            try resets.sweep(askedBefore: now.adding(minutes: -PasswordReset.keptMinutes))
            let since = now.adding(minutes: -PasswordReset.countedMinutes)
            let isOften = try resets.count(email: address.rawValue, since: since) >= PasswordReset.mostPerAddress
            var mail = mail
            mail.reset = try resets.add(email: address.rawValue, client: client, at: now)
            if isOften || accounts.isEmpty {
                try records.outbox.rehearse(mail, at: now)
            } else {
                try records.outbox.add(mail, at: now)
            }
        }
    }
}
