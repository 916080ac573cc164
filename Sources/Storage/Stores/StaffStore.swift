import Permitting
import SQLite

/// The people of the office and how they sign in.
public struct StaffStore {
    public struct Credentials: Sendable {
        public let member: StaffMember
        public let passwordHash: String?
        public let failures: Int
        public let lockedUntil: Instant?
    }

    let connection: Connection

    public func credentials(email: String) throws -> Credentials? {
        try connection.first(
            "SELECT id, email, name, role, password_hash, failures, locked_until FROM staff WHERE email = lower(?)", email
        ) { row in
            Credentials(member: try Self.member(row), passwordHash: try row[4], failures: try row[5], lockedUntil: try row[6])
        }
    }

    /// Those whose account takes no password just now, with the wrong ones in a row.
    public func locked(at now: Instant) throws -> [(member: StaffMember, failures: Int, lockedUntil: Instant?)] {
        try connection.rows(
            """
            SELECT id, email, name, role, failures, locked_until FROM staff
            WHERE locked_until > ? OR failures >= ? ORDER BY name
            """, now, Lockout.mostFailures
        ) { (try Self.member($0), try $0[4], try $0[5]) }
    }

    public func find(id: Int) throws -> StaffMember? {
        try connection.first("SELECT id, email, name, role FROM staff WHERE id = ?", id, map: Self.member)
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

    /// The same password hashed anew, unless another was set meanwhile.
    public func renewPassword(_ hash: String, insteadOf old: String, member: Int) throws {
        try connection.run("UPDATE staff SET password_hash = ? WHERE id = ? AND password_hash = ?", hash, member, old)
    }

    private static func member(_ row: Row) throws -> StaffMember {
        StaffMember(id: try row[0], email: try row[1], name: try row[2], role: try row[3])
    }
}
