import Permitting

/// What the people of a company are told by mail. nil where an address is none that mail can go to.
struct MemberMail {
    let context: Context

    /// Whether or not the address has a login at another company, it reads the same.
    func invitation(_ form: MemberForm, to company: Contractor) -> Message? {
        let body = """
            \(form.name):

            \(company.companyName) invites you to sign in for it at \(context.agency.name), with a password of your own.

            Accept:
            \(LinkSeal.place)

            The link works once, for \(Member.invitationHours) hours. If you do not know who invites you, there is nothing to do.
            """
        return message(
            .memberInvitation, to: form.name, form.email, company.id,
            subject: "\(company.companyName) invites you – \(context.agency.shortName)", body: body)
    }

    func removed(_ member: Member, from company: Contractor) -> Message? {
        let body = """
            \(member.name):

            On \(context.agency.clock.text(context.now)) \(company.companyName) took you off its people: you cannot sign in for it any more. If you think that this is a mistake, ask the company.
            """
        return message(
            .memberRemoved, to: member.name, member.email, company.id,
            subject: "Your login for \(company.companyName) was removed – \(context.agency.shortName)", body: body)
    }

    func passwordChanged(_ member: Member, at company: String) -> Message? {
        let body = """
            \(member.name):

            On \(context.agency.clock.text(context.now)) the password of your login for \(company) was changed.

            If it was you, there is nothing to do. If it was not, call the office at once: \(context.agency.office.telephone).
            """
        return message(
            .passwordChanged, to: member.name, member.email, member.contractorID,
            subject: "Your password was changed – \(context.agency.shortName)", body: body)
    }

    private func message(
        _ kind: Message.Kind, to name: String, _ email: String, _ contractor: Int, subject: String, body: String
    ) -> Message? {
        guard let address = EmailAddress(rawValue: email) else { return nil }
        var message = context.message(kind, to: Mailbox(name, address), subject: subject, body: body)
        message?.contractor = contractor
        return message
    }
}
