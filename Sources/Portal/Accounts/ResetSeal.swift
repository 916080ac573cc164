import Credentials
import Permitting
import Storage

/// Puts the link into a mail about a new password at the moment it leaves, so that the token is in that mail and nowhere else: the
/// outbox, its page and every backup have the mail without it, and the records have its hash.
public struct ResetSeal: Sendable {
    let database: PermitDatabase
    let baseAddress: @Sendable () -> BaseAddress

    public init(database: PermitDatabase, baseAddress: @escaping @Sendable () -> BaseAddress) {
        self.database = database
        self.baseAddress = baseAddress
    }

    /// The mail as it may leave; nil for one that came too late.
    public func seal(_ message: Message, at now: Instant) throws -> Message? {
        guard message.kind == .passwordReset, message.body.contains(ResetMail.place) else { return message }
        guard let reset = message.reset else { return nil }
        let token = RandomToken()
        let isOpen = try database.write { records in
            guard let request = try records.passwordResets.find(id: reset), !request.isUsed,
                now < request.askedAt.adding(minutes: PasswordReset.mailMinutes)
            else { return false }
            try records.passwordResets.addLink(
                tokenHash: token.hash, reset: reset, until: now.adding(minutes: PasswordReset.linkMinutes))
            return true
        }
        return isOpen
            ? message.replacing(ResetMail.place, with: baseAddress().text + Link.resetPassword(token.text).address) : nil
    }
}
