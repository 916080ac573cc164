import Permitting

/// What people are told by mail when a permit is linked or unlinked. nil where there is no address that mail can go to.
struct LinkMail {
    let context: Context

    /// To a company on the permit.
    func linked(_ user: Account, _ permit: Permit, to company: Contractor) -> Message? {
        message(
            .permitLinked, to: company, permit, "A public user linked \(permit.number)",
            [
                "\(user.name) linked permit \(permit.number) to a public account on \(time).", rights,
                "Who is linked stands on the permit's page, where you can unlink them:\n\(page(permit))",
            ])
    }

    /// To the user, when it was not he who did it.
    func unlinked(_ user: Contractor, _ permit: Permit) -> Message? {
        let who = context.viewer.account?.name ?? "The office"
        return message(
            .permitUnlinked, to: user, permit, "Permit \(permit.number) was unlinked",
            [
                "\(who) took permit \(permit.number) off your dashboard on \(time).",
                "If it should be there, call the office: \(context.agency.office.telephone).",
            ])
    }

    private var time: String { context.agency.clock.text(context.now) }
    private func page(_ permit: Permit) -> String {
        context.site.configuration.baseAddress().text + Link.permit(permit.number, .info).address
    }

    private var rights: String {
        switch context.agency.signIn.publicAccounts {
        case .none, .view: "They see what you see of it, but for telephone numbers and mail addresses, and change nothing."
        case .viewAndPay: "They see what you see of it, but for telephone numbers and mail addresses, and can pay its fees."
        case .asContractor:
            "They see what you see of it, but for telephone numbers and mail addresses, can pay its fees, ask for inspections and send files."
        }
    }

    private func message(
        _ kind: Message.Kind, to contractor: Contractor, _ permit: Permit, _ subject: String, _ parts: [String]
    ) -> Message? {
        guard let address = EmailAddress(rawValue: contractor.email) else { return nil }
        var message = context.message(
            kind, to: Mailbox(contractor.companyName, address), subject: "\(subject) – \(context.agency.shortName)",
            body: (["\(contractor.companyName):"] + parts).joined(separator: "\n\n"))
        message?.contractor = contractor.id
        message?.permit = permit.id
        return message
    }
}
