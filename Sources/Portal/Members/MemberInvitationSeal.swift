import Credentials
import Permitting
import Storage

/// Puts the link into a company's invitation at the moment it leaves, as `LinkSeal` does: whoever reads the outbox could otherwise
/// take it up.
public struct MemberInvitationSeal: Sendable {
    let database: PermitDatabase
    let baseAddress: @Sendable () -> BaseAddress

    public init(database: PermitDatabase, baseAddress: @escaping @Sendable () -> BaseAddress) {
        self.database = database
        self.baseAddress = baseAddress
    }

    /// The mail as it may leave; nil where the invitation was taken up or withdrawn meanwhile.
    public func seal(_ message: Message, at now: Instant) throws -> Message? {
        guard message.kind == .memberInvitation, message.body.contains(LinkSeal.place) else { return message }
        guard let member = message.member else { return nil }
        let token = RandomToken()
        let end = now.adding(minutes: Member.invitationHours * 60)
        let isOpen = try database.write { try $0.members.invite(member, tokenHash: token.hash, until: end) }
        return isOpen
            ? message.replacing(LinkSeal.place, with: baseAddress().text + Link.memberAcceptance(token.text).address) : nil
    }
}
