import Permitting
import SQLite

/// The people of the office and how they sign in.
public struct StaffStore {
    public struct Credentials: Sendable {
        public let member: StaffMember
        public let passwordHash: String?
        public let failures: Int
        public let lockedUntil: Instant?
        public let deactivatedAt: Instant?
        /// Until when a link may set a password, where one was sent.
        public let invitationEndsAt: Instant?
        public let hasSecondFactor: Bool
        /// A password that counts only together with a second factor.
        public let hasShortPassword: Bool

        public var isActive: Bool { deactivatedAt == nil }
    }

    let connection: Connection

    private static let credentials: SQL = """
        SELECT id, email, name, role, password_hash, failures, locked_until, deactivated_at, invitation_ends_at,
            secret IS NOT NULL, has_short_password
        FROM staff LEFT JOIN second_factors ON staff_id = id 
        """

    public func credentials(email: String) throws -> Credentials? {
        try connection.first(Self.credentials + "WHERE email = lower(?)", email, map: Self.credentials)
    }

    public func credentials(id: Int) throws -> Credentials? {
        try connection.first(Self.credentials + "WHERE id = ?", id, map: Self.credentials)
    }

    /// Everybody, by name; those who left stand last.
    public func all() throws -> [Credentials] {
        try connection.rows(Self.credentials + "ORDER BY deactivated_at IS NOT NULL, name, id", map: Self.credentials)
    }

    public func find(id: Int) throws -> StaffMember? {
        try connection.first("SELECT id, email, name, role FROM staff WHERE id = ?", id, map: Self.member)
    }

    public func inspectors() throws -> [StaffMember] {
        try connection.rows(
            "SELECT id, email, name, role FROM staff WHERE role = 'inspector' AND deactivated_at IS NULL ORDER BY name",
            map: Self.member)
    }

    /// Whether anybody but this one can let people in.
    public func hasAdministrator(besides member: Int) throws -> Bool {
        try connection.first(
            """
            SELECT EXISTS (
                SELECT 1 FROM staff
                WHERE role = 'administrator' AND deactivated_at IS NULL AND password_hash IS NOT NULL AND id <> ?
            )
            """, member
        ) { try $0[0] } ?? false
    }

    private static func credentials(_ row: Row) throws -> Credentials {
        Credentials(
            member: try member(row), passwordHash: try row[4], failures: try row[5], lockedUntil: try row[6],
            deactivatedAt: try row[7], invitationEndsAt: try row[8], hasSecondFactor: try row[9], hasShortPassword: try row[10])
    }

    static func member(_ row: Row) throws -> StaffMember {
        StaffMember(id: try row[0], email: try row[1], name: try row[2], role: try row[3])
    }
}
