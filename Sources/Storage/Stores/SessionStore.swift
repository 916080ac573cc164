import Permitting
import SQLite

/// Who is signed in. The token itself is only in the visitor's cookie; here is its hash.
public struct SessionStore {
    public struct Session: Sendable {
        public enum Owner: Sendable {
            case account(Account, cartCount: Int)
            case staff(StaffMember)
        }

        public let owner: Owner
        public let csrf: String
        /// A company signed in with a first password, or a member of the office whose second factor is still asked for: nothing
        /// is open but the page for that.
        public let isSettingUp: Bool
        public let startedAt: Instant
        public let seenAt: Instant
        /// Begun with "Remember Me".
        public let isRemembered: Bool
    }

    /// A session as its owner and the office see it.
    public struct Listed: Sendable {
        public let tokenHash: [UInt8]
        /// "Firefox on Android", or nothing.
        public let device: String
        public let startedAt: Instant
        public let seenAt: Instant
        public let isRemembered: Bool
        public let isSettingUp: Bool
        /// Whose it is; nil for the company's shared login.
        public let member: Account.Member?
    }

    let connection: Connection

    public func find(tokenHash: [UInt8]) throws -> Session? {
        try connection.first(
            """
            SELECT csrf, is_setting_up, started_at, seen_at, contractors.id, contractors.company_name,
                (SELECT count(*) FROM cart_records WHERE contractor_id = contractors.id),
                staff.id, staff.email, staff.name, staff.role, is_remembered, contractors.kind, members.id, members.name,
                members.may_manage
            FROM sessions
                LEFT JOIN contractors ON contractors.id = sessions.contractor_id
                LEFT JOIN members ON members.id = sessions.member_id
                LEFT JOIN staff ON staff.id = sessions.staff_id
            WHERE token_hash = ? AND members.removed_at IS NULL AND staff.deactivated_at IS NULL
            """, tokenHash
        ) { row in
            let owner: Session.Owner =
                if let contractor: Int = try row[4] {
                    .account(
                        Account(id: contractor, name: try row[5], kind: try row[12], member: try Self.member(row, from: 13)),
                        cartCount: try row[6])
                } else {
                    .staff(StaffMember(id: try row[7], email: try row[8], name: try row[9], role: try row[10]))
                }
            return Session(
                owner: owner, csrf: try row[0], isSettingUp: try row[1], startedAt: try row[2], seenAt: try row[3],
                isRemembered: try row[11])
        }
    }

    private static func member(_ row: Row, from column: Int) throws -> Account.Member? {
        guard let id: Int = try row[column] else { return nil }
        return Account.Member(id: id, name: try row[column + 1], mayManage: try row[column + 2])
    }

    /// The one used last stands first.
    public func list(contractor: Int) throws -> [Listed] {
        try connection.rows(
            """
            SELECT token_hash, device, started_at, seen_at, is_remembered, is_setting_up, members.id, name, may_manage
            FROM sessions LEFT JOIN members ON members.id = member_id
            WHERE sessions.contractor_id = ? ORDER BY seen_at DESC, started_at DESC
            """, contractor
        ) { try Self.listed($0, try Self.member($0, from: 6)) }
    }

    static func listed(_ row: Row) throws -> Listed { try listed(row, nil) }

    private static func listed(_ row: Row, _ member: Account.Member?) throws -> Listed {
        Listed(
            tokenHash: try row[0], device: try row[1], startedAt: try row[2], seenAt: try row[3], isRemembered: try row[4],
            isSettingUp: try row[5], member: member)
    }

    public func start(
        tokenHash: [UInt8], csrf: String, contractor: Int, member: Int? = nil, isSettingUp: Bool, device: String = "",
        isRemembered: Bool = false, at now: Instant
    ) throws {
        try connection.run(
            """
            INSERT INTO sessions
                (token_hash, csrf, contractor_id, member_id, is_setting_up, device, is_remembered, started_at, seen_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)
            """, tokenHash, csrf, contractor, member, isSettingUp, device, isRemembered, now)
    }

    public func start(
        tokenHash: [UInt8], csrf: String, staff: Int, isSettingUp: Bool = false, device: String = "", at now: Instant
    ) throws {
        try connection.run(
            """
            INSERT INTO sessions (token_hash, csrf, staff_id, is_setting_up, device, started_at, seen_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)
            """, tokenHash, csrf, staff, isSettingUp, device, now)
    }

    public func touch(tokenHash: [UInt8], at now: Instant) throws {
        try connection.run("UPDATE sessions SET seen_at = ? WHERE token_hash = ?", now, tokenHash)
    }

    public func end(tokenHash: [UInt8]) throws {
        try connection.run("DELETE FROM sessions WHERE token_hash = ?", tokenHash)
    }

    /// Those of its people with logins of their own too.
    public func endAll(contractor: Int) throws {
        try connection.run("DELETE FROM sessions WHERE contractor_id = ?", contractor)
    }

    /// Those at its shared login.
    public func endShared(contractor: Int) throws {
        try connection.run("DELETE FROM sessions WHERE contractor_id = ? AND member_id IS NULL", contractor)
    }

    /// Those of one person, at whatever company.
    public func endAll(login: Int) throws {
        try connection.run(
            "DELETE FROM sessions WHERE member_id IN (SELECT id FROM members WHERE login_id = ?)", login)
    }

    public func endOthers(member: Int, than tokenHash: [UInt8]) throws {
        try connection.run("DELETE FROM sessions WHERE member_id = ? AND token_hash <> ?", member, tokenHash)
    }

    /// All of the company's but the one it is looking by.
    public func endOthers(contractor: Int, than tokenHash: [UInt8]) throws {
        try connection.run("DELETE FROM sessions WHERE contractor_id = ? AND token_hash <> ?", contractor, tokenHash)
    }

    /// Those that nobody used since then; remembered ones wait longer.
    public func sweep(seenBefore then: Instant, rememberedBefore longAgo: Instant) throws {
        try connection.run(
            "DELETE FROM sessions WHERE seen_at < ?1 AND (is_remembered = 0 OR seen_at < ?2)", then, longAgo)
    }
}
