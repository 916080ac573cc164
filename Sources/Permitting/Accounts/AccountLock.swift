/// Whether an account takes a password just now.
public enum AccountLock: Sendable, Equatable {
    case open
    case waiting(until: Instant)
    /// Too many wrong passwords ever: only the office or a new password opens it.
    case closed

    /// - Parameter failures: Wrong passwords in a row, since the last right one.
    public init(failures: Int, lockedUntil: Instant?, at now: Instant) {
        if failures >= Lockout.mostFailures {
            self = .closed
        } else if let lockedUntil, now < lockedUntil {
            self = .waiting(until: lockedUntil)
        } else {
            self = .open
        }
    }
}
