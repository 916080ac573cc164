/// So many wrong passwords in a row, and the account waits.
public struct Lockout: Sendable, Equatable {
    public let failures: Int
    public let minutes: Int

    public init(failures: Int, minutes: Int) {
        self.failures = failures
        self.minutes = minutes
    }

    /// When the account opens again, after one more failure brought the count to `count`.
    public func lockedUntil(afterFailure count: Int, at now: Instant) -> Instant? {
        count >= failures ? now.adding(minutes: minutes) : nil
    }
}
