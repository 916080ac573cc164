import Permitting
import SQLite

/// Mail that is to be sent: written in the transaction of what it tells, so that neither is there without the other.
public struct OutboxStore {
    public enum State: String, Sendable {
        case waiting, sent, failed
    }

    public struct Entry: Sendable {
        public let id: Int
        /// The body is empty once it was removed.
        public let message: Message
        public let state: State
        public let createdAt: Instant
        public let queuedAt: Instant
        public let attempts: Int
        public let nextAttemptAt: Instant?
        public let lastError: String
        public let sentAt: Instant?
    }

    /// The text of a mail that was sent is of use for this long, should somebody say that it never came.
    public static let daysKept = 30

    let connection: Connection
    var mark: OutboxMark?

    public func add(_ message: Message, at now: Instant) throws {
        try connection.run(
            """
            INSERT INTO outbox (identifier, kind, recipient, recipient_name, subject, body, contractor_id, permit_id, reset_id,
                member_id, staff_id, confirmation_id, created_at, queued_at, next_attempt_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?13, ?13)
            """,
            message.id, message.kind, message.recipient.address, message.recipient.name, message.subject, message.body,
            message.contractor, message.permit, message.reset, message.member, message.staff, message.confirmation, now)
        mark?.set()
    }

    /// The work of adding it, with nothing added: for an answer whose time must not tell whether there was mail.
    public func rehearse(_ message: Message, at now: Instant) throws {
        try OutboxStore(connection: connection).add(message, at: now)
        try connection.run("DELETE FROM outbox WHERE id = ?", Int(connection.lastInsertedRowID))
    }

    public func find(id: Int) throws -> Entry? {
        try connection.first(Self.entry + "WHERE id = ?", id, map: Self.entry)
    }

    /// What is to be tried now, longest due first.
    public func due(at now: Instant, limit: Int) throws -> [Entry] {
        try connection.rows(
            Self.entry + "WHERE state = 'waiting' AND next_attempt_at <= ? ORDER BY next_attempt_at LIMIT ?", now, limit,
            map: Self.entry)
    }

    /// When the next attempt is due.
    public func nextAttempt() throws -> Instant? {
        try connection.first(
            "SELECT next_attempt_at FROM outbox WHERE state = 'waiting' ORDER BY next_attempt_at LIMIT 1"
        ) { try $0[0] }
    }

    /// Waiting ones by when they are due, failed and sent ones newest first.
    public func list(_ state: State, limit: Int, offset: Int) throws -> [Entry] {
        switch state {
        case .waiting:
            try connection.rows(
                Self.entry + "WHERE state = 'waiting' ORDER BY next_attempt_at LIMIT ? OFFSET ?", limit, offset, map: Self.entry)
        case .failed:
            try connection.rows(
                Self.entry + "WHERE state = 'failed' ORDER BY id DESC LIMIT ? OFFSET ?", limit, offset, map: Self.entry)
        case .sent:
            try connection.rows(
                Self.entry + "WHERE state = 'sent' ORDER BY sent_at DESC LIMIT ? OFFSET ?", limit, offset, map: Self.entry)
        }
    }

    /// How many mails of that kind were written for a company.
    public func count(_ kind: Message.Kind, contractor: Int, since then: Instant) throws -> Int {
        try connection.first(
            "SELECT count(*) FROM outbox WHERE contractor_id = ? AND kind = ? AND created_at > ?", contractor, kind, then
        ) { try $0[0] } ?? 0
    }

    /// Of those sent there may be many: counting them takes its time.
    public func count(_ state: State) throws -> Int {
        let sql: SQL =
            switch state {
            case .waiting: "SELECT count(*) FROM outbox WHERE state = 'waiting'"
            case .failed: "SELECT count(*) FROM outbox WHERE state = 'failed'"
            case .sent: "SELECT count(*) FROM outbox WHERE state = 'sent'"
            }
        return try connection.first(sql) { try $0[0] } ?? 0
    }

    private static let entry: SQL = """
        SELECT id, identifier, kind, recipient, recipient_name, subject, coalesce(body, ''), contractor_id, permit_id, reset_id,
            state, created_at, queued_at, attempts, next_attempt_at, last_error, sent_at, member_id, staff_id, confirmation_id
        FROM outbox 
        """

    private static func entry(_ row: Row) throws -> Entry {
        var message = Message(
            id: try row[1], kind: try row[2], to: Mailbox(try row[4], try row[3]), subject: try row[5], body: try row[6])
        message.contractor = try row[7]
        message.permit = try row[8]
        message.reset = try row[9]
        message.member = try row[17]
        message.staff = try row[18]
        message.confirmation = try row[19]
        return Entry(
            id: try row[0], message: message, state: try row[10], createdAt: try row[11], queuedAt: try row[12],
            attempts: try row[13], nextAttemptAt: try row[14], lastError: try row[15], sentAt: try row[16])
    }
}
