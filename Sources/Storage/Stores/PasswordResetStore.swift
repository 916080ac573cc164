import Permitting
import SQLite

/// Requests for a new password, and the links that went out for them. Only the hashes of their tokens are here.
public struct PasswordResetStore {
    public struct Reset: Sendable {
        public let id: Int
        public let email: String
        public let askedAt: Instant
        /// Wrong secret answers since.
        public let failures: Int
        public let isUsed: Bool
    }

    let connection: Connection

    /// Counts a request, whether or not anybody has that address on file.
    public func add(email: String, client: String, at now: Instant) throws -> Int {
        try connection.run(
            "INSERT INTO password_resets (email, client, asked_at) VALUES (lower(?), ?, ?)", email, client, now)
        return Int(connection.lastInsertedRowID)
    }

    public func count(email: String, since then: Instant) throws -> Int {
        try connection.first(
            "SELECT count(*) FROM password_resets WHERE email = lower(?) AND asked_at > ?", email, then
        ) { try $0[0] } ?? 0
    }

    public func count(client: String, since then: Instant) throws -> Int {
        try connection.first("SELECT count(*) FROM password_resets WHERE client = ? AND asked_at > ?", client, then) {
            try $0[0]
        } ?? 0
    }

    public func find(id: Int) throws -> Reset? {
        try connection.first(
            "SELECT id, email, asked_at, failures, used_at IS NOT NULL FROM password_resets WHERE id = ?", id, map: Self.reset)
    }

    /// The request whose link that is, while it works.
    public func find(tokenHash: [UInt8], at now: Instant) throws -> Reset? {
        try connection.first(
            """
            SELECT id, email, asked_at, failures, 0 FROM password_reset_links JOIN password_resets ON id = reset_id
            WHERE token_hash = ? AND ends_at > ? AND used_at IS NULL
            """, tokenHash, now, map: Self.reset)
    }

    public func addLink(tokenHash: [UInt8], reset: Int, until end: Instant) throws {
        try connection.run(
            "INSERT INTO password_reset_links (token_hash, reset_id, ends_at) VALUES (?, ?, ?)", tokenHash, reset, end)
    }

    /// One more wrong secret answer.
    public func noteFailure(id: Int) throws {
        try connection.run("UPDATE password_resets SET failures = failures + 1 WHERE id = ?", id)
    }

    /// None of its links works any more, nor one of an earlier request for the address.
    public func use(_ reset: Reset, at now: Instant) throws {
        try connection.run(
            "UPDATE password_resets SET used_at = ? WHERE email = ? AND asked_at <= ? AND used_at IS NULL", now, reset.email,
            reset.askedAt)
        try connection.run("UPDATE password_resets SET used_at = ? WHERE id = ? AND used_at IS NULL", now, reset.id)
    }

    /// Those that neither count nor lead anywhere any more.
    public func sweep(askedBefore then: Instant) throws {
        try connection.run("DELETE FROM password_resets WHERE asked_at < ?", then)
    }

    private static func reset(_ row: Row) throws -> Reset {
        Reset(id: try row[0], email: try row[1], askedAt: try row[2], failures: try row[3], isUsed: try row[4])
    }
}
