import Permitting
import SQLite

extension StaffStore {
    @discardableResult
    public func insert(email: String, name: String, role: StaffRole) throws -> Int {
        try connection.run("INSERT INTO staff (email, name, role) VALUES (lower(?), ?, ?)", email, name, role)
        return Int(connection.lastInsertedRowID)
    }

    /// The link by which somebody sets a password: only its hash is kept, it works once and until it ends.
    /// - Parameter tokenHash: nil where the link is made only when its mail leaves; an earlier one works no more.
    public func invite(_ member: Int, tokenHash: [UInt8]?, until end: Instant) throws {
        try connection.run(
            "UPDATE staff SET invitation_hash = ?, invitation_ends_at = ? WHERE id = ?", tokenHash, end, member)
    }

    public func invited(tokenHash: [UInt8], now: Instant) throws -> StaffMember? {
        try connection.first(
            """
            SELECT id, email, name, role FROM staff
            WHERE invitation_hash = ? AND invitation_ends_at > ? AND deactivated_at IS NULL
            """, tokenHash, now, map: Self.member)
    }

    /// Ends every link and every session.
    /// - Parameter isShort: it counts only together with a second factor.
    public func setPassword(_ hash: String, isShort: Bool = false, member: Int) throws {
        try connection.run(
            """
            UPDATE staff
            SET password_hash = ?, has_short_password = ?, invitation_hash = NULL, invitation_ends_at = NULL, failures = 0,
                locked_until = NULL
            WHERE id = ?
            """, hash, isShort, member)
        try connection.run("DELETE FROM sessions WHERE staff_id = ?", member)
    }

    /// The same password hashed anew, unless another was set meanwhile.
    public func renewPassword(_ hash: String, insteadOf old: String, member: Int) throws {
        try connection.run("UPDATE staff SET password_hash = ? WHERE id = ? AND password_hash = ?", hash, member, old)
    }

    /// Ends the member's sessions.
    public func setRole(_ role: StaffRole, member: Int) throws {
        try connection.run("UPDATE staff SET role = ? WHERE id = ?", role, member)
        try connection.run("DELETE FROM sessions WHERE staff_id = ?", member)
    }

    /// Ends the member's sessions and the link that was sent.
    public func deactivate(member: Int, at now: Instant) throws {
        try connection.run(
            """
            UPDATE staff SET deactivated_at = ?, invitation_hash = NULL, invitation_ends_at = NULL
            WHERE id = ? AND deactivated_at IS NULL
            """, now, member)
        try connection.run("DELETE FROM sessions WHERE staff_id = ?", member)
    }

    public func reactivate(member: Int) throws {
        try connection.run("UPDATE staff SET deactivated_at = NULL WHERE id = ?", member)
    }
}
