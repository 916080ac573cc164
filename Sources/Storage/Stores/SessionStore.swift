import Permitting
import SQLite

/// Who is signed in. The token itself is only in the visitor's cookie; here is its hash.
public struct SessionStore {
    public struct Session: Sendable {
        public enum Owner: Sendable {
            case contractor(id: Int, name: String, cartCount: Int)
            case staff(StaffMember)
        }

        public let owner: Owner
        public let csrf: String
        /// Signed in with a first password: nothing but the set-up page is open.
        public let isSettingUp: Bool
        public let startedAt: Instant
        public let seenAt: Instant
    }

    let connection: Connection

    public func find(tokenHash: [UInt8]) throws -> Session? {
        try connection.first(
            """
            SELECT csrf, is_setting_up, started_at, seen_at, contractors.id, contractors.company_name,
                (SELECT count(*) FROM cart_records WHERE contractor_id = contractors.id),
                staff.id, staff.email, staff.name, staff.role
            FROM sessions
                LEFT JOIN contractors ON contractors.id = sessions.contractor_id
                LEFT JOIN staff ON staff.id = sessions.staff_id
            WHERE token_hash = ?
            """, tokenHash
        ) { row in
            let owner: Session.Owner =
                if let contractor: Int = try row[4] {
                    .contractor(id: contractor, name: try row[5], cartCount: try row[6])
                } else {
                    .staff(StaffMember(id: try row[7], email: try row[8], name: try row[9], role: try row[10]))
                }
            return Session(
                owner: owner, csrf: try row[0], isSettingUp: try row[1], startedAt: try row[2], seenAt: try row[3])
        }
    }

    public func start(tokenHash: [UInt8], csrf: String, contractor: Int, isSettingUp: Bool, at now: Instant) throws {
        try connection.run(
            """
            INSERT INTO sessions (token_hash, csrf, contractor_id, is_setting_up, started_at, seen_at) VALUES (?1, ?2, ?3, ?4, ?5, ?5)
            """, tokenHash, csrf, contractor, isSettingUp, now)
    }

    public func start(tokenHash: [UInt8], csrf: String, staff: Int, at now: Instant) throws {
        try connection.run(
            "INSERT INTO sessions (token_hash, csrf, staff_id, is_setting_up, started_at, seen_at) VALUES (?1, ?2, ?3, 0, ?4, ?4)",
            tokenHash, csrf, staff, now)
    }

    public func touch(tokenHash: [UInt8], at now: Instant) throws {
        try connection.run("UPDATE sessions SET seen_at = ? WHERE token_hash = ?", now, tokenHash)
    }

    public func end(tokenHash: [UInt8]) throws {
        try connection.run("DELETE FROM sessions WHERE token_hash = ?", tokenHash)
    }

    public func endAll(contractor: Int) throws {
        try connection.run("DELETE FROM sessions WHERE contractor_id = ?", contractor)
    }

    /// Those that nobody used since then.
    public func sweep(seenBefore then: Instant) throws {
        try connection.run("DELETE FROM sessions WHERE seen_at < ?", then)
    }
}
