import Permitting
import SQLite

/// Forms that came when their session had ended: each waits for the account on whose page it was typed.
public struct KeptFormStore {
    public struct Owner: Sendable, Equatable {
        public let contractor: Int
        public let member: Int?

        public init(contractor: Int, member: Int?) {
            self.contractor = contractor
            self.member = member
        }
    }

    /// As many of one owner wait; older ones give way.
    public static let most = 10

    let connection: Connection

    /// Whose session a page's token belonged to, whether it has ended or not.
    public func owner(csrf: String) throws -> Owner? {
        try connection.first(
            """
            SELECT contractor_id, member_id FROM sessions WHERE csrf = ?1 AND contractor_id IS NOT NULL
            UNION ALL SELECT contractor_id, member_id FROM ended_sessions WHERE csrf = ?1
            """, csrf
        ) { Owner(contractor: try $0[0], member: try $0[1]) }
    }

    public func keep(path: String, fields: String, of owner: Owner, at now: Instant) throws -> Int {
        try connection.run(
            "INSERT INTO kept_forms (contractor_id, member_id, path, fields, kept_at) VALUES (?, ?, ?, ?, ?)",
            owner.contractor, owner.member, path, fields, now)
        let id = Int(connection.lastInsertedRowID)
        try connection.run(
            """
            DELETE FROM kept_forms WHERE id IN (
                SELECT id FROM kept_forms WHERE contractor_id = ?1 AND member_id IS ?2 ORDER BY id DESC LIMIT -1 OFFSET ?3)
            """, owner.contractor, owner.member, Self.most)
        return id
    }

    public func find(id: Int, path: String, of owner: Owner, since then: Instant) throws -> String? {
        try connection.first(
            "SELECT fields FROM kept_forms WHERE id = ? AND path = ? AND contractor_id = ? AND member_id IS ? AND kept_at > ?",
            id, path, owner.contractor, owner.member, then
        ) { try $0[0] }
    }

    public func sweep(keptBefore then: Instant, endedBefore longAgo: Instant) throws {
        try connection.run("DELETE FROM kept_forms WHERE kept_at < ?", then)
        try connection.run("DELETE FROM ended_sessions WHERE seen_at < ?", longAgo)
    }
}
