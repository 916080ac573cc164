import Permitting

/// What people are told by mail about their accounts, at the address on file. nil where there is none that mail can go to.
struct AccountMail {
    let context: Context

    func setUp(_ contractor: Contractor) -> Message? {
        message(
            .accountSetUp, to: contractor, subject: "Your account is set up",
            told:
                "On \(context.agency.clock.text(context.now)) somebody signed in to your account for the first time and set its password."
        )
    }

    /// Where a first password opens everything: told at once, and once.
    func signedInFirst(_ contractor: Contractor) -> Message? {
        let name = context.agency.signIn.firstPassword.issuedName ?? "first password"
        return message(
            .firstSignIn, to: contractor, subject: "Your account was used for the first time",
            told:
                "On \(context.agency.clock.text(context.now)) somebody signed in to your account for the first time, with its \(name). The \(name) works until you set a password under VIEW/EDIT PROFILE: set one soon."
        )
    }

    func passwordChanged(_ contractor: Contractor) -> Message? {
        message(
            .passwordChanged, to: contractor, subject: "Your password was changed",
            told: "On \(context.agency.clock.text(context.now)) the password of your account was changed.")
    }

    private func message(_ kind: Message.Kind, to contractor: Contractor, subject: String, told: String) -> Message? {
        guard let address = EmailAddress(rawValue: contractor.email) else { return nil }
        let license = contractor.license.isEmpty ? "" : " (\(contractor.license))"
        let body = """
            \(contractor.companyName)\(license):

            \(told)

            If it was you, there is nothing to do. If it was not, call the office at once: \(context.agency.office.telephone).
            """
        var message = context.message(
            kind, to: Mailbox(contractor.companyName, address), subject: "\(subject) – \(context.agency.shortName)", body: body)
        message?.contractor = contractor.id
        return message
    }
}
