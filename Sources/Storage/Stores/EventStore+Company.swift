import Permitting
import SQLite

/// What the people of one company did.
extension EventStore {
    public struct Listed: Sendable {
        public let id: Int
        public let at: Instant
        /// nil for the company's shared login.
        public let member: String?
        public let permit: PermitNumber?
        public let what: String
        public let detail: String
    }

    /// Newest first. `member`: only what that one did.
    public func list(contractor: Int, member: Int?, limit: Int, offset: Int) throws -> [Listed] {
        guard let member else {
            return try connection.rows(
                Self.listed + "WHERE events.contractor_id = ? ORDER BY events.id DESC LIMIT ? OFFSET ?", contractor, limit,
                offset, map: Self.listed)
        }
        return try connection.rows(
            Self.listed + "WHERE events.member_id = ? ORDER BY events.id DESC LIMIT ? OFFSET ?", member, limit, offset,
            map: Self.listed)
    }

    public func count(contractor: Int, member: Int?) throws -> Int {
        let (sql, id): (SQL, Int) =
            member.map { ("SELECT count(*) FROM events WHERE member_id = ?", $0) }
            ?? ("SELECT count(*) FROM events WHERE contractor_id = ?", contractor)
        return try connection.first(sql, id) { try $0[0] } ?? 0
    }

    private static let listed: SQL = """
        SELECT events.id, at, members.name, permits.number, what, detail
        FROM events LEFT JOIN members ON members.id = member_id LEFT JOIN permits ON permits.id = permit_id 
        """

    private static func listed(_ row: Row) throws -> Listed {
        Listed(
            id: try row[0], at: try row[1], member: try row[2], permit: try row[3], what: try row[4], detail: try row[5])
    }
}
