import Permitting
import SQLite

extension PermitStore {
    /// A new permit, on the dashboards of these companies. Its id is given here.
    @discardableResult
    public func insert(_ permit: Permit, contractors: [Int]) throws -> Int {
        try StatusMap(connection: connection).note(permit.status)
        try connection.run(
            """
            INSERT INTO permits (number, type, subtype, description, status, state, listing, applied_on, approved_on, issued_on,
                finaled_on, expires_on, notes, address, city, site_state, zip, parcel, valuation, square_feet, housing_units,
                contractor_name)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            permit.number, permit.type, permit.subtype, permit.description, permit.status.word, permit.status.state,
            permit.status.listing, permit.appliedOn, permit.approvedOn, permit.issuedOn, permit.finaledOn, permit.expiresOn,
            permit.notes, permit.site.address, permit.site.city, permit.site.state, permit.site.zip, permit.site.parcel,
            permit.site.valuation, permit.site.squareFeet, permit.site.housingUnits, permit.contractorName)
        let id = Int(connection.lastInsertedRowID)
        for contractor in contractors { try link(permit: id, contractor: contractor) }
        return id
    }

    /// Puts a permit on a company's dashboard.
    public func link(permit: Int, contractor: Int) throws {
        try connection.run(
            """
            INSERT INTO permit_contractors (contractor_id, listing, number, permit_id, expires_on)
            SELECT ?, listing, number, id, expires_on FROM permits WHERE id = ? ON CONFLICT DO NOTHING
            """, contractor, permit)
    }

    /// Its place on dashboards follows.
    func setStatus(_ status: PermitStatus, of permit: Int) throws {
        try StatusMap(connection: connection).note(status)
        try connection.run(
            "UPDATE permits SET status = ?, state = ?, listing = ? WHERE id = ?", status.word, status.state, status.listing,
            permit)
    }

    public func issue(_ permit: Permit, _ issuance: Issuance) throws {
        try StatusMap(connection: connection).note(issuance.status)
        try connection.run(
            "UPDATE permits SET status = ?, state = ?, listing = ?, issued_on = ?, expires_on = ? WHERE id = ?",
            issuance.status.word, issuance.status.state, issuance.status.listing, issuance.issuedOn, issuance.expiresOn, permit.id
        )
    }

    public func add(_ contact: Contact, to permit: Int) throws {
        try connection.run(
            "INSERT INTO contacts (permit_id, role, name, address, phone, email) VALUES (?, ?, ?, ?, ?, ?)",
            permit, contact.role, contact.name, contact.address, contact.phone, contact.email)
    }

    public func add(_ condition: Condition, to permit: Int) throws {
        try connection.run(
            "INSERT INTO conditions (permit_id, text, status, satisfied_on) VALUES (?, ?, ?, ?)",
            permit, condition.text, condition.status, condition.satisfiedOn)
    }

    public func add(_ review: Review, to permit: Int) throws {
        try connection.run(
            """
            INSERT INTO reviews (permit_id, type, reviewer, submitted_on, completed_on, status, notes)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """, permit, review.type, review.reviewer, review.submittedOn, review.completedOn, review.status, review.notes)
    }
}
