import Permitting
import Storage

/// What people of the office are told by mail about their own accounts.
struct StaffMail {
    let context: Context

    /// Its link is made when it leaves (`InvitationSeal`).
    func invitation(_ member: StaffMember, isNew: Bool) -> Message? {
        let office = context.agency.name
        let told =
            isNew
            ? "You have an account at the office's counter of \(office). Set its password here:"
            : "An administrator sends you this link, by which you set a new password at the office's counter of \(office):"
        let hours = InvitationSeal.hours(isNew: isNew)
        return message(
            .staffInvitation, to: member, subject: isNew ? "Your account at the office" : "Set a new password",
            body: [
                told, LinkSeal.place, "The link works once, for \(hours) hours.",
                "If you do not expect this mail, there is nothing to do.",
            ])
    }

    func passwordChanged(_ member: StaffMember) -> Message? {
        told(.passwordChanged, member, "Your password was changed", "the password of your account was changed")
    }

    func secondFactorOn(_ member: StaffMember) -> Message? {
        told(.secondFactor, member, "Your second factor was set up", "a second factor was set up for your account")
    }

    func secondFactorOff(_ member: StaffMember) -> Message? {
        told(.secondFactor, member, "Your second factor was turned off", "the second factor of your account was turned off")
    }

    func secondFactorReset(_ member: StaffMember, reason: String) -> Message? {
        told(
            .secondFactor, member, "Your second factor was reset",
            "an administrator reset the second factor of your account. The reason given: \(reason)")
    }

    func recoveryCodesMade(_ member: StaffMember) -> Message? {
        told(.secondFactor, member, "New recovery codes", "new recovery codes were made for your account")
    }

    func recoveryCodeUsed(_ member: StaffMember) -> Message? {
        told(.secondFactor, member, "A recovery code was used", "somebody signed in to your account with a recovery code")
    }

    private func told(_ kind: Message.Kind, _ member: StaffMember, _ subject: String, _ told: String) -> Message? {
        message(
            kind, to: member, subject: subject,
            body: [
                "On \(context.agency.clock.text(context.now)) \(told).",
                "If it was you, or you know of it, there is nothing to do. If not, tell an administrator of the office at once: \(context.agency.office.telephone).",
            ])
    }

    private func message(_ kind: Message.Kind, to member: StaffMember, subject: String, body: [String]) -> Message? {
        guard let address = EmailAddress(rawValue: member.email) else { return nil }
        var message = context.message(
            kind, to: Mailbox(member.name, address), subject: "\(subject) – \(context.agency.shortName)",
            body: ([member.name + ":"] + body).joined(separator: "\n\n"))
        message?.staff = member.id
        return message
    }
}
