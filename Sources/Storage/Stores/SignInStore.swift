import Permitting
import SQLite

/// What comes of a password that somebody typed. Judged in the writer's order, so that of many tried at once each counts, and
/// none gets in behind the one that closed the account.
public struct SignInStore {
    public enum Account: Sendable {
        case contractor(Int)
        case staff(Int)
        /// By the number of the login, which may be one for several companies.
        case member(Int)
    }

    public enum Verdict: Sendable, Equatable {
        case admitted
        case wrong
        /// Not even looked at.
        case locked(AccountLock)
    }

    let connection: Connection

    /// `account` nil: nobody has that name. Then as much is written as for a wrong password, so that it takes as long.
    /// - Parameters:
    ///   - isRight: Asked only of an account that is open, in the writer's order.
    ///   - isLast: Nothing more is asked for. Only then are the wrong ones forgotten: whoever knows the password would otherwise
    ///     get as many tries at the second factor as they like.
    public func judge(
        _ account: Account?, isRight: @autoclosure () throws -> Bool, isLast: Bool = true, lockout: Lockout, at now: Instant
    ) throws -> Verdict {
        let verdict = try account.map { try judge($0, isRight, isLast, lockout, now) } ?? .wrong
        if verdict != .admitted {
            try connection.run("UPDATE counters SET value = value + 1 WHERE name = 'refused sign-ins'")
        }
        return verdict
    }

    /// Lets an account have another try at once.
    public func unlock(_ account: Account) throws {
        let (statement, id) = Self.statement(
            account, "UPDATE contractors SET failures = 0, locked_until = NULL WHERE id = ?",
            "UPDATE staff SET failures = 0, locked_until = NULL WHERE id = ?",
            "UPDATE member_logins SET failures = 0, locked_until = NULL WHERE id = ?")
        try connection.run(statement, id)
    }

    private func judge(
        _ account: Account, _ isRight: () throws -> Bool, _ isLast: Bool, _ lockout: Lockout, _ now: Instant
    ) throws -> Verdict {
        let (reading, id) = Self.statement(
            account, "SELECT failures, locked_until FROM contractors WHERE id = ?",
            "SELECT failures, locked_until FROM staff WHERE id = ?",
            "SELECT failures, locked_until FROM member_logins WHERE id = ?")
        guard let (failures, until) = try connection.first(reading, id, map: { (try $0[0] as Int, try $0[1] as Instant?) }) else {
            return .wrong
        }
        let lock = AccountLock(failures: failures, lockedUntil: until, at: now)
        guard lock == .open else { return .locked(lock) }
        guard try !isRight() else {
            if isLast && (failures > 0 || until != nil) { try unlock(account) }
            return .admitted
        }
        let (counting, _) = Self.statement(
            account, "UPDATE contractors SET failures = ?, locked_until = ? WHERE id = ?",
            "UPDATE staff SET failures = ?, locked_until = ? WHERE id = ?",
            "UPDATE member_logins SET failures = ?, locked_until = ? WHERE id = ?")
        try connection.run(counting, failures + 1, lockout.lockedUntil(afterFailure: failures + 1, at: now), id)
        return .wrong
    }

    private static func statement(_ account: Account, _ contractors: SQL, _ staff: SQL, _ logins: SQL) -> (SQL, Int) {
        switch account {
        case .contractor(let id): (contractors, id)
        case .staff(let id): (staff, id)
        case .member(let id): (logins, id)
        }
    }
}
