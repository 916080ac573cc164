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
        guard let address = EmailAddress(rawValue: typed) else {
            let reason = typed.isEmpty ? "Type your email" : "Enter an email address, like name@example.com"
            return try context.page(
                ForgotPasswordPage(context: context, email: typed, kind: fields["kind"], faults: [Fault("email", reason)]),
                status: .unprocessableContent)
        }
        guard fields["step"] == ForgotPasswordNoticePage.step else {
            return try context.page(
                ForgotPasswordNoticePage(email: address.rawValue, kind: fields["kind"], signIn: context.agency.signIn))
        }
        let since = context.now.adding(minutes: -PasswordReset.countedMinutes)
        guard try context.records.passwordResets.count(client: request.client, since: since) < PasswordReset.mostPerClient else {
            let text =
                "There were too many requests from your network. Wait an hour, or call the office at \(context.agency.office.telephone)."
            return try context.page(
                ForgotPasswordPage(context: context, email: typed, kind: fields["kind"], faults: [Fault(nil, text)]),
                status: .tooManyRequests)
        }
        try ask(address, client: request.client, context)
        return context.redirect(to: .forgotPasswordSent)
    }

    @Sendable static func sent(_ request: Request, _ context: Context) throws -> Response {
        try context.page(ForgotPasswordSentPage(telephone: context.agency.office.telephone))
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
