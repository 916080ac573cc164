import Permitting
import SQLite

/// Mail addresses that somebody claims, and the links that went out to them. Only the hashes of their tokens are here.
public struct ConfirmationStore {
    public struct Confirmation: Sendable {
        public let id: Int
        public let email: String
        /// Whose address it shall be; nil for somebody who has no account yet.
        public let contractor: Int?
        public let askedAt: Instant
        public let hasEnded: Bool
    }

    let connection: Connection

    /// Counts a request, and ends the account's earlier one.
    public func add(email: String, contractor: Int? = nil, client: String, at now: Instant) throws -> Int {
        if let contractor { try endOpen(contractor: contractor, at: now) }
        try connection.run(
            "INSERT INTO confirmations (email, contractor_id, client, asked_at) VALUES (?, ?, ?, ?)", email, contractor, client,
            now)
        return Int(connection.lastInsertedRowID)
    }

    public func count(email: String, since then: Instant) throws -> Int {
        try connection.first(
            "SELECT count(*) FROM confirmations WHERE lower(email) = lower(?) AND asked_at > ?", email, then
        ) { try $0[0] } ?? 0
    }

    public func count(client: String, since then: Instant) throws -> Int {
        try connection.first("SELECT count(*) FROM confirmations WHERE client = ? AND asked_at > ?", client, then) {
            try $0[0]
        } ?? 0
    }

    public func count(contractor: Int, since then: Instant) throws -> Int {
        try connection.first("SELECT count(*) FROM confirmations WHERE contractor_id = ? AND asked_at > ?", contractor, then) {
            try $0[0]
        } ?? 0
    }

    public func find(id: Int) throws -> Confirmation? {
        try connection.first(
            "SELECT id, email, contractor_id, asked_at, ended_at IS NOT NULL FROM confirmations WHERE id = ?", id,
            map: Self.confirmation)
    }

    /// The one whose link that is, while it works.
    public func find(tokenHash: [UInt8], at now: Instant) throws -> Confirmation? {
        try connection.first(
            """
            SELECT id, email, contractor_id, asked_at, 0 FROM confirmation_links JOIN confirmations ON id = confirmation_id
            WHERE token_hash = ? AND ends_at > ? AND ended_at IS NULL
            """, tokenHash, now, map: Self.confirmation)
    }

    /// The address that an account waits for.
    public func open(contractor: Int, askedAfter then: Instant) throws -> Confirmation? {
        try connection.first(
            """
            SELECT id, email, contractor_id, asked_at, 0 FROM confirmations
            WHERE contractor_id = ? AND ended_at IS NULL AND asked_at > ?
            """, contractor, then, map: Self.confirmation)
    }

    public func addLink(tokenHash: [UInt8], confirmation: Int, until end: Instant) throws {
        try connection.run(
            "INSERT INTO confirmation_links (token_hash, confirmation_id, ends_at) VALUES (?, ?, ?)", tokenHash, confirmation, end
        )
    }

    /// The account waits for no address any more. Answers whether it did.
    @discardableResult
    public func endOpen(contractor: Int, at now: Instant) throws -> Bool {
        try connection.run("UPDATE confirmations SET ended_at = ? WHERE contractor_id = ? AND ended_at IS NULL", now, contractor)
            > 0
    }

    /// Those of which nothing works any more, with the passwords that were typed for them.
    public func sweep(at now: Instant) throws {
        try connection.run(
            "DELETE FROM confirmations WHERE asked_at < ?", now.adding(minutes: -EmailConfirmation.keptMinutes))
    }

    private static func confirmation(_ row: Row) throws -> Confirmation {
        Confirmation(
            id: try row[0], email: try row[1], contractor: try row[2], askedAt: try row[3], hasEnded: try row[4])
    }
}
