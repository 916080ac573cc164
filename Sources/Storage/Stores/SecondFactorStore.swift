import Permitting
import SQLite

/// What the office's people prove themselves with besides their passwords. Each code is taken once: who comes second in the writer's
/// order, be it in the same moment, gets false.
public struct SecondFactorStore {
    public struct Factor: Sendable {
        /// What codes are worked out from; nil until it was confirmed by one.
        public let secret: [UInt8]?
        public let confirmedAt: Instant?
        /// Shown, and waiting for a code of it.
        public let newSecret: [UInt8]?
        public let newSince: Instant?
    }

    let connection: Connection

    public func find(member: Int) throws -> Factor? {
        try connection.first(
            "SELECT secret, confirmed_at, new_secret, new_since FROM second_factors WHERE staff_id = ?", member
        ) { Factor(secret: try $0[0], confirmedAt: try $0[1], newSecret: try $0[2], newSince: try $0[3]) }
    }

    public func isOn(member: Int) throws -> Bool { try find(member: member)?.secret != nil }

    /// What was there before stays in force until a code of the new one is typed.
    public func begin(_ secret: [UInt8], member: Int, at now: Instant) throws {
        try connection.run(
            """
            INSERT INTO second_factors (staff_id, new_secret, new_since) VALUES (?1, ?2, ?3)
            ON CONFLICT (staff_id) DO UPDATE SET new_secret = ?2, new_since = ?3
            """, member, secret, now)
    }

    /// From now on codes of that secret count, the one that confirmed it no more. False where another was begun meanwhile.
    public func confirm(_ secret: [UInt8], step: Int, member: Int, at now: Instant) throws -> Bool {
        try connection.run(
            """
            UPDATE second_factors
            SET secret = new_secret, confirmed_at = ?3, used_step = ?4, new_secret = NULL, new_since = NULL
            WHERE staff_id = ?1 AND new_secret = ?2
            """, member, secret, now, step) == 1
    }

    /// Takes the code of that half minute, and with it all earlier ones.
    public func take(step: Int, member: Int) throws -> Bool {
        try connection.run(
            "UPDATE second_factors SET used_step = ?2 WHERE staff_id = ?1 AND secret IS NOT NULL AND used_step < ?2", member, step
        )
            == 1
    }

    public func end(member: Int) throws {
        try connection.run("DELETE FROM second_factors WHERE staff_id = ?", member)
        try connection.run("DELETE FROM recovery_codes WHERE staff_id = ?", member)
    }
}

extension SecondFactorStore {
    /// Those that were not used yet.
    public func recoveryCodes(member: Int) throws -> [(id: Int, hash: String)] {
        try connection.rows(
            "SELECT id, hash FROM recovery_codes WHERE staff_id = ? AND used_at IS NULL ORDER BY id", member
        ) { (try $0[0], try $0[1]) }
    }

    /// The codes there were work no more.
    public func replaceRecoveryCodes(_ hashes: [String], member: Int) throws {
        try connection.run("DELETE FROM recovery_codes WHERE staff_id = ?", member)
        for hash in hashes { try connection.run("INSERT INTO recovery_codes (staff_id, hash) VALUES (?, ?)", member, hash) }
    }

    public func take(recoveryCode id: Int, member: Int, at now: Instant) throws -> Bool {
        try connection.run(
            "UPDATE recovery_codes SET used_at = ? WHERE id = ? AND staff_id = ? AND used_at IS NULL", now, id, member) == 1
    }
}
