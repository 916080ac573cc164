import Permitting
import Storage

/// How it stands with somebody's account at the office.
enum StaffAccountState {
    case active
    case deactivated(since: Instant)
    case locked(AccountLock)
    /// No password was ever set.
    case invited(until: Instant?)

    init(_ account: StaffStore.Credentials, at now: Instant) {
        let lock = AccountLock(failures: account.failures, lockedUntil: account.lockedUntil, at: now)
        if let since = account.deactivatedAt {
            self = .deactivated(since: since)
        } else if account.passwordHash == nil {
            self = .invited(until: account.invitationEndsAt)
        } else {
            self = lock == .open ? .active : .locked(lock)
        }
    }

    var isLocked: Bool { if case .locked = self { true } else { false } }

    func words(_ context: Context) -> String {
        let clock = context.agency.clock
        switch self {
        case .active: return "ACTIVE"
        case .deactivated(let since): return "DEACTIVATED since \(clock.day(of: since))"
        case .locked(let lock): return AccountPage.opening(lock, context)
        case .invited(let until?) where context.now < until: return "INVITED until \(clock.text(until))"
        case .invited: return "INVITED, the link has ended"
        }
    }

    func tone(at now: Instant) -> String {
        switch self {
        case .active: "ok"
        case .deactivated: "plain"
        case .locked: "bad"
        case .invited(let until?) where now < until: "info"
        case .invited: "warn"
        }
    }
}
