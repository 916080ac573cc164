import Permitting
import SQLite

/// Permits and what hangs on them.
public struct PermitStore {
    let connection: Connection

    public func find(_ number: PermitNumber) throws -> Permit? {
        try connection.first(Self.select + "WHERE number = ?", number, map: Self.permit)
    }

    public func find(id: Int) throws -> Permit? {
        try connection.first(Self.select + "WHERE id = ?", id, map: Self.permit)
    }

    /// Whether the permit stands on that company's dashboard.
    public func isParty(contractor: Int, permit: Int) throws -> Bool {
        try connection.first(
            "SELECT 1 FROM permit_contractors WHERE permit_id = ? AND contractor_id = ?", permit, contractor
        ) { _ in true } ?? false
    }

    public func contacts(of permit: Int) throws -> [Contact] {
        try connection.rows(
            "SELECT role, name, address, phone, email FROM contacts WHERE permit_id = ? ORDER BY id", permit
        ) { Contact(role: try $0[0], name: try $0[1], address: try $0[2], phone: try $0[3], email: try $0[4]) }
    }

    public func conditions(of permit: Int) throws -> [Condition] {
        try connection.rows("SELECT text, status, satisfied_on FROM conditions WHERE permit_id = ? ORDER BY id", permit) {
            Condition(text: try $0[0], status: try $0[1], satisfiedOn: try $0[2])
        }
    }

    public func reviews(of permit: Int) throws -> [Review] {
        try connection.rows(
            """
            SELECT id, type, reviewer, submitted_on, completed_on, status, notes FROM reviews
            WHERE permit_id = ? ORDER BY submitted_on DESC, id DESC
            """, permit
        ) { row in
            Review(
                id: try row[0], type: try row[1], reviewer: try row[2], submittedOn: try row[3], completedOn: try row[4],
                status: try row[5], notes: try row[6])
        }
    }

    static let select: SQL = """
        SELECT id, number, type, subtype, description, status, state, listing, applied_on, approved_on, issued_on, finaled_on,
            expires_on, notes, address, city, site_state, zip, parcel, valuation, square_feet, housing_units, contractor_name
        FROM permits 
        """

    private static func permit(_ row: Row) throws -> Permit {
        let status = PermitStatus(word: try row[5], state: try row[6], listing: try row[7])
        var permit = Permit(id: try row[0], number: try row[1], type: try row[2], status: status)
        permit.subtype = try row[3]
        permit.description = try row[4]
        permit.appliedOn = try row[8]
        permit.approvedOn = try row[9]
        permit.issuedOn = try row[10]
        permit.finaledOn = try row[11]
        permit.expiresOn = try row[12]
        permit.notes = try row[13]
        permit.site = Site(address: try row[14], city: try row[15], state: try row[16], zip: try row[17], parcel: try row[18])
        permit.site.valuation = try row[19]
        permit.site.squareFeet = try row[20]
        permit.site.housingUnits = try row[21]
        permit.contractorName = try row[22]
        return permit
    }
}
