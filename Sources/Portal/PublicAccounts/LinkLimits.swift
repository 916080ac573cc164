import Permitting
import Synchronization

/// How many numbers a public user tries: each permit that is linked sends mail to others. Kept in memory: a restart forgives.
final class LinkLimits: Sendable {
    private let accounts = Mutex(AttemptTable<Int>(burst: 30, milliseconds: 120_000, capacity: 10_000))

    /// How many seconds to wait; nil where there is room for one more try, which is then taken.
    func take(_ account: Int, at now: Instant) -> Int? { accounts.withLock { $0.take(account, at: now) } }
}
