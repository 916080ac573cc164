import Permitting
import SQLite

/// The people of companies who have a login of their own. Somebody who works for several companies has one password for all.
public struct MemberStore {
    /// What a sign-in is checked against.
    public struct Login: Sendable {
        public let id: Int
        public let email: String
        public let passwordHash: String
        public let failures: Int
        public let lockedUntil: Instant?
        /// Where they signed in last stands first; never empty.
        public let memberships: [Membership]
    }

    public struct Membership: Sendable, Equatable {
        public let member: Int
        public let contractor: Int
        public let companyName: String
        public let license: String
        /// The person's name at this company.
        public let name: String
    }

    let connection: Connection

    /// By name; the removed ones are not among them.
    public func list(contractor: Int, limit: Int, offset: Int) throws -> [Member] {
        try connection.rows(
            Self.select + "WHERE contractor_id = ? AND removed_at IS NULL ORDER BY name, members.id LIMIT ? OFFSET ?", contractor,
            limit,
            offset, map: Self.member)
    }

    public func count(contractor: Int) throws -> Int {
        try connection.first("SELECT count(*) FROM members WHERE contractor_id = ? AND removed_at IS NULL", contractor) {
            try $0[0]
        } ?? 0
    }

    /// Another company's is not there.
    public func find(id: Int, contractor: Int) throws -> Member? {
        try connection.first(
            Self.select + "WHERE members.id = ? AND contractor_id = ? AND removed_at IS NULL", id, contractor, map: Self.member)
    }

    public func find(email: String, contractor: Int) throws -> Member? {
        try connection.first(
            Self.select + "WHERE contractor_id = ? AND lower(members.email) = lower(?) AND removed_at IS NULL", contractor, email,
            map: Self.member)
    }

    /// At whatever company.
    public func find(id: Int) throws -> Member? {
        try connection.first(Self.select + "WHERE members.id = ? AND removed_at IS NULL", id, map: Self.member)
    }

    /// Whose link that is, while it works.
    public func invited(tokenHash: [UInt8], now: Instant) throws -> Member? {
        try connection.first(
            Self.select + "WHERE invitation_hash = ? AND invitation_ends_at > ?", tokenHash, now, map: Self.member)
    }

    /// Letter case does not count.
    public func login(email: String) throws -> Login? {
        try login(Self.login + "WHERE email = lower(?)", email)
    }

    public func login(member: Int) throws -> Login? {
        try login(Self.login + "WHERE id = (SELECT login_id FROM members WHERE id = ?)", member)
    }

    private func login(_ sql: SQL, _ key: some ColumnValue) throws -> Login? {
        try connection.first(sql, key) { row in
            let id: Int = try row[0]
            return Login(
                id: id, email: try row[1], passwordHash: try row[2], failures: try row[3], lockedUntil: try row[4],
                memberships: try memberships(login: id))
        }
    }

    private func memberships(login: Int) throws -> [Membership] {
        try connection.rows(
            """
            SELECT members.id, contractor_id, company_name, coalesce(license, ''), name
            FROM members JOIN contractors ON contractors.id = contractor_id
            WHERE login_id = ? ORDER BY signed_in_at DESC, members.id
            """, login
        ) { row in
            Membership(
                member: try row[0], contractor: try row[1], companyName: try row[2], license: try row[3], name: try row[4])
        }
    }

    private static let login: SQL = "SELECT id, email, password_hash, failures, locked_until FROM member_logins "

    private static let select: SQL = """
        SELECT members.id, contractor_id, name, members.email, may_manage, joined_at, signed_in_at, invitation_ends_at,
            coalesce(failures, 0), locked_until
        FROM members LEFT JOIN member_logins ON member_logins.id = login_id 
        """

    private static func member(_ row: Row) throws -> Member {
        var member = Member(
            id: try row[0], contractorID: try row[1], name: try row[2], email: try row[3], mayManage: try row[4],
            joinedAt: try row[5], signedInAt: try row[6], invitationEndsAt: try row[7])
        (member.failures, member.lockedUntil) = (try row[8], try row[9])
        return member
    }
}
