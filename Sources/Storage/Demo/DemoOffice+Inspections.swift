import Permitting

extension DemoOffice {
    /// An inspection that has been.
    func result(_ type: String, _ state: Inspection.State, of permit: Int, on day: AgencyDay, notes: String = "") throws {
        let contact = InspectionStore.Contact(name: "", phone: "", email: "", siteAddress: "", notes: "")
        let id = try records.inspections.insert(
            permit: permit, type: type, day: day, slot: agency.inspections.slots[0].name, contact: contact, contractor: nil,
            at: now)
        try records.inspections.record(id: id, result: state, notes: notes, on: day)
    }

    /// An inspection on the next working day, with an inspector or still without.
    func request(_ type: String, of permit: Int, by contractor: Contractor, isAssigned: Bool = false) throws {
        let contact = InspectionStore.Contact(
            name: contractor.companyName, phone: contractor.phone, email: contractor.email, siteAddress: "", notes: "")
        let id = try records.inspections.insert(
            permit: permit, type: type, day: nextWorkingDay, slot: agency.inspections.slots[0].name, contact: contact,
            contractor: contractor.id, at: now)
        if isAssigned { try records.inspections.assign(id: id, inspector: try records.staff.inspectors().first?.id) }
    }
}
