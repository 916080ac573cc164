/// So many wrong passwords in a row, and the account waits; after as many more it waits twice as long, and so on.
///
/// Waiting opens it again, until there were a hundred in a row: nobody gets more guesses than that (NIST SP 800-63B-4 §3.2.2).
/// Then the office opens it, or a new password set by a mailed link.
public struct Lockout: Sendable, Equatable {
    /// Longer than a day is no better against guessing, and worse for the owner.
    public static let longestWait = 24 * 60
    public static let mostFailures = 100

    public let failures: Int
    public let minutes: Int

    public init(failures: Int, minutes: Int) {
        self.failures = failures
        self.minutes = minutes
    }

    /// When the account opens again, after one more failure brought the count of those in a row to `count`; nil where that
    /// failure ends no series.
    public func lockedUntil(afterFailure count: Int, at now: Instant) -> Instant? {
        guard count > 0, count % failures == 0 else { return nil }
        // At most a hundred failures make at most a hundred series; past ten doublings any wait is the longest.
        let doublings = min(count / failures - 1, 10)
        return now.adding(minutes: min(minutes << doublings, Self.longestWait))
    }
}
