import Credentials
import Permitting
import Storage

/// Puts the link into an invitation at the moment it leaves, as `LinkSeal` does: whoever reads the outbox could otherwise set a
/// colleague's password.
public struct InvitationSeal: Sendable {
    let database: PermitDatabase
    let baseAddress: @Sendable () -> BaseAddress

    public init(database: PermitDatabase, baseAddress: @escaping @Sendable () -> BaseAddress) {
        self.database = database
        self.baseAddress = baseAddress
    }

    /// How long a link works: somebody new may be away; for an account in use a day is the most (NIST SP 800-63B-4 §4.2.2.3).
    static func hours(isNew: Bool) -> Int { isNew ? Enrollment.invitationHours : 24 }

    /// The mail as it may leave; nil where the password was set or the account closed meanwhile, or it comes too late.
    public func seal(_ message: Message, at now: Instant) throws -> Message? {
        guard message.kind == .staffInvitation, message.body.contains(LinkSeal.place) else { return message }
        guard let member = message.staff else { return nil }
        let token = RandomToken()
        let isOpen = try database.write { records in
            guard let account = try records.staff.credentials(id: member), account.isActive, let end = account.invitationEndsAt,
                now < end
            else { return false }
            let hours = Self.hours(isNew: account.passwordHash == nil)
            try records.staff.invite(member, tokenHash: token.hash, until: now.adding(minutes: hours * 60))
            return true
        }
        return isOpen ? message.replacing(LinkSeal.place, with: baseAddress().text + Link.invitation(token.text).address) : nil
    }
}
