import Permitting
import SQLite

extension SessionStore {
    /// Of those whose second factor is still asked for too. The one used last stands first.
    public func list(staff: Int) throws -> [Listed] {
        try connection.rows(
            """
            SELECT token_hash, device, started_at, seen_at, is_remembered, is_setting_up FROM sessions
            WHERE staff_id = ? ORDER BY seen_at DESC, started_at DESC
            """, staff, map: Self.listed)
    }

    public func endAll(staff: Int) throws {
        try connection.run("DELETE FROM sessions WHERE staff_id = ?", staff)
    }

    /// All of the member's but the one they are looking by.
    public func endOthers(staff: Int, than tokenHash: [UInt8]) throws {
        try connection.run("DELETE FROM sessions WHERE staff_id = ? AND token_hash <> ?", staff, tokenHash)
    }
}
