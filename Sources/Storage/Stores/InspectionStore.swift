import Permitting
import SQLite

/// Inspections that were asked for, and their results.
public struct InspectionStore {
    /// An active inspection on a list: "My Active Inspections" and the office's.
    public struct Listing: Sendable {
        public let id: Int
        public let permit: PermitSummary
        public let type: String
        public let day: AgencyDay
        public let slot: String
        public let inspectorID: Int?
        public let inspector: String
    }

    /// What the requester typed besides type, day and time.
    public struct Contact: Sendable {
        public let name: String
        public let phone: String
        public let email: String
        public let siteAddress: String
        public let notes: String

        public init(name: String, phone: String, email: String, siteAddress: String, notes: String) {
            self.name = name
            self.phone = phone
            self.email = email
            self.siteAddress = siteAddress
            self.notes = notes
        }
    }

    let connection: Connection

    public func all(permit: Int) throws -> [Inspection] {
        try connection.rows(
            Self.select + "WHERE permit_id = ? ORDER BY day DESC, inspections.id DESC", permit, map: Self.inspection)
    }

    public func find(id: Int) throws -> Inspection? {
        try connection.first(Self.select + "WHERE inspections.id = ?", id, map: Self.inspection)
    }

    /// The company that asked for it.
    public func requester(of id: Int) throws -> Int? {
        try connection.first("SELECT requested_by FROM inspections WHERE id = ?", id) { try $0[0] } ?? nil
    }

    /// Places booked in that slot of that day.
    public func taken(day: AgencyDay, slot: String) throws -> Int {
        try connection.first(
            "SELECT count(*) FROM inspections WHERE day = ? AND slot = ? AND state = 'requested'", day, slot
        ) { try $0[0] } ?? 0
    }

    public func active(contractor: Int, limit: Int, offset: Int) throws -> [Listing] {
        try connection.rows(Self.active, contractor, limit, offset, map: Self.listing)
    }

    public func activeCount(contractor: Int) throws -> Int {
        try connection.first(
            """
            SELECT count(*) FROM permit_contractors AS mine CROSS JOIN inspections ON inspections.permit_id = mine.permit_id
            WHERE mine.contractor_id = ? AND mine.listing IN (1, 2) AND inspections.state = 'requested'
            """, contractor
        ) { try $0[0] } ?? 0
    }

    /// The office's list of what was asked for and has no result yet.
    public func requested(limit: Int) throws -> [Listing] {
        try connection.rows(
            Self.listing
                + """
                FROM inspections CROSS JOIN permits ON permits.id = inspections.permit_id LEFT JOIN staff ON staff.id = inspector_id
                WHERE inspections.state = 'requested' ORDER BY day, slot, inspections.id LIMIT ?
                """, limit, map: Self.listing)
    }

    public func insert(
        permit: Int, type: String, day: AgencyDay, slot: String, contact: Contact, contractor: Int?, member: Int? = nil,
        at now: Instant
    ) throws -> Int {
        try connection.run(
            """
            INSERT INTO inspections (permit_id, type, day, slot, state, contact_name, phone, email, site_address, notes,
                requested_by, requested_by_member, requested_at)
            VALUES (?, ?, ?, ?, 'requested', ?, ?, ?, ?, ?, ?, ?, ?)
            """, permit, type, day, slot, contact.name, contact.phone, contact.email, contact.siteAddress, contact.notes,
            contractor, member, now)
        return Int(connection.lastInsertedRowID)
    }

    public func assign(id: Int, inspector: Int?) throws {
        try connection.run("UPDATE inspections SET inspector_id = ? WHERE id = ? AND state = 'requested'", inspector, id)
    }

    public func cancel(id: Int, on day: AgencyDay) throws {
        try connection.run(
            "UPDATE inspections SET state = 'cancelled', ended_on = ? WHERE id = ? AND state = 'requested'", day, id)
    }

    public func record(id: Int, result: Inspection.State, notes: String, on day: AgencyDay) throws {
        try connection.run(
            "UPDATE inspections SET state = ?, result_notes = ?, ended_on = ? WHERE id = ? AND state = 'requested'", result,
            notes,
            day, id)
    }

    private static let select: SQL = """
        SELECT inspections.id, permit_id, type, day, slot, inspections.state, coalesce(staff.name, ''), notes, result_notes,
            coalesce(company_name || coalesce(' (' || members.name || ')', ''), '')
        FROM inspections LEFT JOIN staff ON staff.id = inspector_id LEFT JOIN contractors ON contractors.id = requested_by
            LEFT JOIN members ON members.id = requested_by_member 
        """
    private static let listing: SQL = """
        SELECT inspections.id, permits.id, permits.number, permits.address, permits.type, permits.status, permits.state,
            permits.listing, permits.expires_on, inspections.type, day, slot, inspector_id, coalesce(staff.name, '') 
        """

    private static let active =
        listing
            + """
            FROM permit_contractors AS mine CROSS JOIN inspections ON inspections.permit_id = mine.permit_id
                CROSS JOIN permits ON permits.id = mine.permit_id LEFT JOIN staff ON staff.id = inspector_id
            WHERE mine.contractor_id = ? AND mine.listing IN (1, 2) AND inspections.state = 'requested'
            ORDER BY day, slot, inspections.id LIMIT ? OFFSET ?
            """

    private static func inspection(_ row: Row) throws -> Inspection {
        Inspection(
            id: try row[0], permitID: try row[1], type: try row[2], day: try row[3], slot: try row[4], state: try row[5],
            inspector: try row[6], notes: try row[7], resultNotes: try row[8], requestedBy: try row[9])
    }

    private static func listing(_ row: Row) throws -> Listing {
        let status = PermitStatus(word: try row[5], state: try row[6], listing: try row[7])
        let permit = PermitSummary(
            id: try row[1], number: try row[2], address: try row[3], type: try row[4], status: status, expiresOn: try row[8])
        return Listing(
            id: try row[0], permit: permit, type: try row[9], day: try row[10], slot: try row[11], inspectorID: try row[12],
            inspector: try row[13])
    }
}
