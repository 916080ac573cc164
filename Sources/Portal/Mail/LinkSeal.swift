import Credentials
import Permitting
import Storage

/// Puts the link into a mail at the moment it leaves, so that the token is in that mail and nowhere else: the outbox, its page and
/// every backup have the mail without it, and the records have its hash.
public struct LinkSeal: Sendable {
    /// Stands in the text for as long as it lies in the outbox: nobody who reads that can use it.
    static let place = "(The link is made when this mail leaves.)"

    let database: PermitDatabase
    let baseAddress: @Sendable () -> BaseAddress

    public init(database: PermitDatabase, baseAddress: @escaping @Sendable () -> BaseAddress) {
        self.database = database
        self.baseAddress = baseAddress
    }

    /// The mail as it may leave; nil for one that came too late.
    public func seal(_ message: Message, at now: Instant) throws -> Message? {
        guard Self.kinds.contains(message.kind), message.body.contains(Self.place) else { return message }
        let token = RandomToken()
        let isOpen = try database.write { records in
            try Self.open(message.reset, token, records.passwordResets, now)
                || Self.open(message.confirmation, token, records.confirmations, now)
        }
        guard isOpen else { return nil }
        let link = message.kind == .passwordReset ? Link.resetPassword(token.text) : Link.confirmation(token.text)
        return message.replacing(Self.place, with: baseAddress().text + link.address)
    }

    private static let kinds: Set<Message.Kind> = [.passwordReset, .signUp, .emailChange]

    private static func open(
        _ reset: Int?, _ token: RandomToken, _ resets: PasswordResetStore, _ now: Instant
    ) throws -> Bool {
        guard let reset, let request = try resets.find(id: reset), !request.isUsed,
            now < request.askedAt.adding(minutes: PasswordReset.mailMinutes)
        else { return false }
        try resets.addLink(tokenHash: token.hash, reset: reset, until: now.adding(minutes: PasswordReset.linkMinutes))
        return true
    }

    private static func open(
        _ confirmation: Int?, _ token: RandomToken, _ confirmations: ConfirmationStore, _ now: Instant
    ) throws -> Bool {
        guard let confirmation, let request = try confirmations.find(id: confirmation), !request.hasEnded,
            now < request.askedAt.adding(minutes: EmailConfirmation.mailMinutes)
        else { return false }
        try confirmations.addLink(
            tokenHash: token.hash, confirmation: confirmation, until: now.adding(minutes: EmailConfirmation.linkMinutes))
        return true
    }
}
