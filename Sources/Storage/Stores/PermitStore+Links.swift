import Permitting
import SQLite

/// Permits that public users linked by their numbers.
extension PermitStore {
    /// Those written so, but for letter case, spaces and dashes; where there are several, the one typed exactly alone.
    public func find(typed: String, limit: Int) throws -> [PermitNumber] {
        if let exact = PermitNumber(rawValue: typed), try find(exact) != nil { return [exact] }
        return try NumberWalk(typed, connection: connection).find(limit: limit)
    }

    /// Answers whether it is new on the user's dashboard.
    public func link(permit: Int, publicUser user: Int, at now: Instant) throws -> Bool {
        try connection.run(
            """
            INSERT INTO permit_contractors (contractor_id, listing, number, permit_id, expires_on, linked_at)
            SELECT ?1, listing, number, id, expires_on, ?3 FROM permits WHERE id = ?2 ON CONFLICT DO NOTHING
            """, user, permit, now) > 0
    }

    /// Takes it off the user's dashboard and out of his cart. What the office put there stays. Answers whether anything changed.
    public func unlink(permit: Int, publicUser user: Int) throws -> Bool {
        let changed = try connection.run(
            "DELETE FROM permit_contractors WHERE permit_id = ? AND contractor_id = ? AND linked_at IS NOT NULL", permit, user)
        if changed > 0 { try CartStore(connection: connection).remove(permit: permit, contractor: user) }
        return changed > 0
    }

    /// Who linked the permit, by name.
    public func linkedUsers(permit: Int) throws -> [Account] {
        try connection.rows(
            """
            SELECT contractors.id, company_name, kind
            FROM permit_contractors AS mine CROSS JOIN contractors ON contractors.id = mine.contractor_id
            WHERE mine.permit_id = ? AND linked_at IS NOT NULL ORDER BY company_name, contractors.id
            """, permit
        ) { Account(id: try $0[0], name: try $0[1], kind: try $0[2], member: nil) }
    }

    /// What a user linked, by number.
    public func linked(by user: Int, limit: Int, offset: Int) throws -> [PermitSummary] {
        try connection.rows(
            """
            SELECT permits.id, permits.number, address, type, status, state, permits.listing, permits.expires_on
            FROM permit_contractors AS mine CROSS JOIN permits ON permits.id = mine.permit_id
            WHERE mine.contractor_id = ? AND linked_at IS NOT NULL ORDER BY mine.number LIMIT ? OFFSET ?
            """, user, limit, offset
        ) { row in
            let status = PermitStatus(word: try row[4], state: try row[5], listing: try row[6])
            return PermitSummary(
                id: try row[0], number: try row[1], address: try row[2], type: try row[3], status: status, expiresOn: try row[7])
        }
    }

    public func linkedCount(by user: Int) throws -> Int {
        try connection.first(
            "SELECT count(*) FROM permit_contractors WHERE contractor_id = ? AND linked_at IS NOT NULL", user
        ) { try $0[0] } ?? 0
    }

    /// The companies on the permit.
    public func companies(permit: Int, limit: Int) throws -> [Contractor] {
        let ids: [Int] = try connection.rows(
            """
            SELECT contractors.id FROM permit_contractors AS mine CROSS JOIN contractors ON contractors.id = mine.contractor_id
            WHERE mine.permit_id = ? AND kind = 'company' ORDER BY contractors.id LIMIT ?
            """, permit, limit
        ) { try $0[0] }
        return try ids.compactMap(ContractorStore(connection: connection).find(id:))
    }
}
