import Permitting
import SQLite

/// The people of the office and how they sign in.
public struct StaffStore {
    public struct Credentials: Sendable {
        public let member: StaffMember
        public let passwordHash: String?
        public let lockedUntil: Instant?
    }

    let connection: Connection

    public func credentials(email: String) throws -> Credentials? {
        try connection.first(
            "SELECT id, email, name, role, password_hash, locked_until FROM staff WHERE email = lower(?)", email
        ) { row in
            Credentials(member: try Self.member(row), passwordHash: try row[4], lockedUntil: try row[5])
        }
    }

    public func inspectors() throws -> [StaffMember] {
        try connection.rows(
            "SELECT id, email, name, role FROM staff WHERE role = 'inspector' ORDER BY name", map: Self.member)
    }

    @discardableResult
    public func insert(email: String, name: String, role: StaffRole) throws -> Int {
        try connection.run("INSERT INTO staff (email, name, role) VALUES (lower(?), ?, ?)", email, name, role)
        return Int(connection.lastInsertedRowID)
    }

    /// The link by which somebody new sets a password: only its hash is kept, it works once and until it ends.
    public func invite(_ member: Int, tokenHash: [UInt8], until end: Instant) throws {
        try connection.run(
            "UPDATE staff SET invitation_hash = ?, invitation_ends_at = ? WHERE id = ?", tokenHash, end, member)
    }

    public func invited(tokenHash: [UInt8], now: Instant) throws -> StaffMember? {
        try connection.first(
            "SELECT id, email, name, role FROM staff WHERE invitation_hash = ? AND invitation_ends_at > ?", tokenHash, now,
            map: Self.member)
    }

    public func setPassword(_ hash: String, member: Int) throws {
        try connection.run(
            """
            UPDATE staff SET password_hash = ?, invitation_hash = NULL, invitation_ends_at = NULL, failures = 0, locked_until = NULL
            WHERE id = ?
            """, hash, member)
        try connection.run("DELETE FROM sessions WHERE staff_id = ?", member)
    }

    public func noteFailure(member: Int, lockout: Lockout, at now: Instant) throws {
        let failures =
            try connection.first(
                "UPDATE staff SET failures = failures + 1 WHERE id = ? RETURNING failures", member
            ) { row -> Int in try row[0] } ?? 0
        guard let until = lockout.lockedUntil(afterFailure: failures, at: now) else { return }
        try connection.run("UPDATE staff SET locked_until = ?, failures = 0 WHERE id = ?", until, member)
    }

    public func noteSuccess(member: Int) throws {
        try connection.run(
            "UPDATE staff SET failures = 0, locked_until = NULL WHERE id = ? AND (failures > 0 OR locked_until IS NOT NULL)",
            member)
    }

    private static func member(_ row: Row) throws -> StaffMember {
        StaffMember(id: try row[0], email: try row[1], name: try row[2], role: try row[3])
    }
}
