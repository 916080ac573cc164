import Permitting
import SQLite

extension PermitStore {
    /// "My Active Permits" of a company: those on its list whose date has not passed.
    public func active(
        contractor: Int, today: AgencyDay, order: PermitOrder, limit: Int, offset: Int
    ) throws -> [PermitListing] {
        try connection.rows(Self.active[order], contractor, today, limit, offset, map: Self.listing)
    }

    public func activeCount(contractor: Int, today: AgencyDay) throws -> Int {
        try connection.first(
            """
            SELECT count(*) FROM permit_contractors
            WHERE contractor_id = ? AND listing = 1 AND (expires_on IS NULL OR expires_on >= ?)
            """, contractor, today
        ) { try $0[0] } ?? 0
    }

    /// "My Expired Permits": decided by date, whatever the status reads, or by a status that says so.
    public func expired(
        contractor: Int, today: AgencyDay, order: PermitOrder, limit: Int, offset: Int
    ) throws -> [PermitListing] {
        try connection.rows(Self.expired[order], contractor, today, limit, offset, map: Self.listing)
    }

    public func expiredCount(contractor: Int, today: AgencyDay) throws -> Int {
        try connection.first(
            """
            SELECT count(*) FROM permit_contractors
            WHERE contractor_id = ? AND listing IN (1, 2) AND (listing = 2 OR expires_on < ?)
            """, contractor, today
        ) { try $0[0] } ?? 0
    }

    /// READY TO ISSUE, paid for online and with nothing due: what waits at the counter in the queue "paid, issue".
    public func readyAndPaid(limit: Int) throws -> [PermitListing] {
        try connection.rows(
            """
            SELECT id, number, address, type, status, state, listing, expires_on, 0, 0 FROM permits
            WHERE state = 'ready'
                AND NOT EXISTS (SELECT 1 FROM fees WHERE permit_id = permits.id AND payment_id IS NULL)
                AND EXISTS (SELECT 1 FROM fees WHERE permit_id = permits.id AND payment_id IS NOT NULL)
            ORDER BY number LIMIT ?
            """, limit, map: Self.listing)
    }

    private static let active = PermitOrderedSQL { order in
        listed(where: "mine.listing = 1 AND (mine.expires_on IS NULL OR mine.expires_on >= ?2) ", by: order)
    }
    private static let expired = PermitOrderedSQL { order in
        listed(where: "mine.listing IN (1, 2) AND (mine.listing = 2 OR mine.expires_on < ?2) ", by: order)
    }

    /// A company's page of its permits. Where the tree of companies knows the order itself, the page is cut there, and only
    /// its own permits are looked up: with hundreds on the list that is most of a dashboard's time.
    private static func listed(where condition: SQL, by order: PermitOrder) -> SQL {
        let mine = "FROM permit_contractors AS mine " as SQL
        let permits = "CROSS JOIN permits ON permits.id = mine.permit_id " as SQL
        let cut = "WHERE mine.contractor_id = ?1 AND " + condition + order.sql + "LIMIT ?3 OFFSET ?4" as SQL
        guard order.isOfCompanyTree else { return columns + mine + permits + cut }
        return columns + "FROM (SELECT permit_id, number, expires_on " + mine + cut + ") AS mine " + permits + order.sql
    }

    private static let columns: SQL = """
        SELECT permits.id, permits.number, permits.address, permits.type, permits.status, permits.state, permits.listing,
            permits.expires_on,
            (SELECT coalesce(sum(amount), 0) FROM fees
                WHERE permit_id = permits.id AND payment_id IS NULL AND (charged_to IS NULL OR charged_to = ?1)) AS due,
            (SELECT coalesce(sum(amount), 0) FROM fees
                WHERE permit_id = permits.id AND payment_id IS NULL AND (charged_to IS NULL OR charged_to = ?1)
                    AND kind = 'reinspection') 
        """

    private static func listing(_ row: Row) throws -> PermitListing {
        let status = PermitStatus(word: try row[4], state: try row[5], listing: try row[6])
        let permit = PermitSummary(
            id: try row[0], number: try row[1], address: try row[2], type: try row[3], status: status, expiresOn: try row[7])
        return PermitListing(permit: permit, due: try row[8], reinspectionDue: try row[9])
    }
}
