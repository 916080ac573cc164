import Permitting

/// The mails around an address that has to be confirmed. nil where there is no address that mail can go to.
struct ConfirmationMail {
    let context: Context

    /// To somebody who asked for an account.
    func signUp(_ person: Contractor) -> Message? {
        message(
            .signUp, to: person.companyName, person.email, "Confirm your account",
            [
                "\(person.companyName):", "Somebody, probably you, asked for an account under this address.",
                "Open this page and press CONFIRM:\n\(LinkSeal.place)",
                "The link works once, for \(Self.hours) hours. Then sign in under Public with this address and the password that you chose.",
                "If it was not you, do not open it: there is no account, and what was typed is deleted.",
            ])
    }

    /// To the owner of an address under which somebody asked for a second account. Nothing that was typed is told.
    func known(_ person: Contractor) -> Message? {
        message(
            .accountKnown, to: "", person.email, "You have an account already",
            [
                "Somebody, probably you, wants to use this address for an account. There is an account under it already, so nothing was changed.",
                "Sign in under Public with this address. If you do not know the password any more, set another one under Forgot Password:\n\(link(.forgotPassword))",
                "If it was not you, there is nothing to do.",
            ])
    }

    /// To the new address of an account that changes it.
    func change(_ contractor: Contractor, to email: String) -> Message? {
        message(
            .emailChange, to: contractor.companyName, email, "Confirm your new address",
            [
                "\(contractor.companyName):", "This address is to be the one on file for your account.",
                "Open this page and press CONFIRM:\n\(LinkSeal.place)",
                "The link works once, for \(Self.hours) hours. Until then the old address stays.",
                "If it was not you, do not open it: nothing is changed then.",
            ], account: contractor.id)
    }

    /// To the old one, before anything is changed.
    func toChange(_ contractor: Contractor, to email: String) -> Message? {
        message(
            .emailToChange, to: contractor.companyName, contractor.email, "Your address is to be changed",
            [
                "\(contractor.companyName):",
                "On \(time) somebody who is signed in to your account asked for another mail address: \(email).",
                "It is used once a link that went there is opened. Until then this address stays. \(objection)",
            ], account: contractor.id)
    }

    /// To the old one, once it is not used any more.
    func changed(_ contractor: Contractor, to email: String) -> Message? {
        message(
            .emailChanged, to: contractor.companyName, contractor.email, "Your address was changed",
            [
                "\(contractor.companyName):",
                "On \(time) the mail address of your account was changed to \(email). Nothing more comes here. \(objection)",
            ], account: contractor.id)
    }

    private static let hours = EmailConfirmation.linkMinutes / 60
    private var time: String { context.agency.clock.text(context.now) }
    private var objection: String { "If it was not you, call the office at once: \(context.agency.office.telephone)." }
    private func link(_ link: Link) -> String { context.site.configuration.baseAddress().text + link.address }

    private func message(
        _ kind: Message.Kind, to name: String, _ email: String, _ subject: String, _ parts: [String], account: Int? = nil
    ) -> Message? {
        guard let address = EmailAddress(rawValue: email) else { return nil }
        var message = context.message(
            kind, to: Mailbox(name, address), subject: "\(subject) – \(context.agency.shortName)",
            body: parts.joined(separator: "\n\n"))
        message?.contractor = account
        return message
    }
}
