import Credentials
import Permitting
import Storage

/// The mail with the link to a new password, and the mail that tells of one.
struct ResetMail {
    let context: Context

    func asked(_ accounts: ForgottenAccounts, typed: EmailAddress) -> Message? {
        let all = accounts.open + accounts.new
        let address = all.first.flatMap { EmailAddress(rawValue: $0.email) } ?? typed
        var parts = ["Somebody, probably you, asked for a new password for the accounts under this address."]
        if !accounts.open.isEmpty {
            parts.append(Self.list(accounts.open))
            parts.append("Reset Password:\n\(LinkSeal.place)")
            parts.append("The link works once, for \(PasswordReset.linkMinutes) minutes.")
        }
        if !accounts.new.isEmpty {
            let way = context.agency.signIn.firstPassword.wayIn(telephone: context.agency.office.telephone)
            parts.append("Not set up yet: " + way)
            parts.append(Self.list(accounts.new))
        }
        parts.append("If it was not you, there is nothing to do: your password stays as it is.")
        return context.message(
            .passwordReset, to: Mailbox(all.count == 1 ? all.first?.name ?? "" : "", address),
            subject: "Reset your password – \(context.agency.shortName)", body: parts.joined(separator: "\n\n"))
    }

    func done(_ accounts: [ForgottenAccount]) -> Message? {
        guard let address = accounts.first.flatMap({ EmailAddress(rawValue: $0.email) }) else { return nil }
        let told = "On \(context.agency.clock.text(context.now)) a new password was set by the link in our mail, for:"
        let advice = "If it was not you, call the office at once: \(context.agency.office.telephone)."
        return context.message(
            .passwordChanged, to: Mailbox(accounts.count == 1 ? accounts.first?.name ?? "" : "", address),
            subject: "Your password was changed – \(context.agency.shortName)",
            body: [told, Self.list(accounts), advice].joined(separator: "\n\n"))
    }

    private static func list(_ accounts: [ForgottenAccount]) -> String {
        accounts.map { "- " + $0.label }.joined(separator: "\n")
    }
}
