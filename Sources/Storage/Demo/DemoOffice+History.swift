import Permitting

extension DemoOffice {
    /// The company as it was filed, with its id.
    func filed(_ id: Int) throws -> Contractor {
        guard let contractor = try records.contractors.find(id: id) else { throw DemoError.wrong("contractor \(id)") }
        return contractor
    }

    /// An inspection that has been.
    func result(_ type: String, _ state: Inspection.State, of permit: Int, on day: AgencyDay, notes: String) throws {
        let contact = InspectionStore.Contact(name: "", phone: "", email: "", siteAddress: "", notes: "")
        let id = try records.inspections.insert(
            permit: permit, type: type, day: day, slot: agency.inspections.slots[0].name, contact: contact, contractor: nil,
            at: now)
        try records.inspections.record(id: id, result: state, notes: notes, on: day)
    }

    /// An inspection on the next working day.
    func request(_ type: String, of permit: Int, by contractor: Contractor) throws {
        let contact = InspectionStore.Contact(
            name: contractor.companyName, phone: contractor.phone, email: contractor.email, siteAddress: "", notes: "")
        _ = try records.inspections.insert(
            permit: permit, type: type, day: nextWorkingDay, slot: agency.inspections.slots[0].name, contact: contact,
            contractor: contractor.id, at: now)
    }

    /// The files that belong to the permit of that number, sent by the company.
    func attach(to permit: Int, _ number: String, by contractor: Contractor, on day: AgencyDay) throws {
        let noon = agency.clock.instant(of: day, at: .midnight).adding(minutes: 12 * 60)
        for kept in attachments where kept.attachment.permit == number {
            guard let name = AttachmentName(rawValue: kept.attachment.name) else { throw DemoError.wrong(kept.attachment.name) }
            let likeness = AttachmentStore.Likeness(
                permit: permit, digest: kept.digest, name: name, description: kept.attachment.description)
            try records.attachments.insert(
                AttachmentStore.Upload(likeness, file: kept.file, kind: .pdf, size: kept.size), contractor: contractor.id,
                at: noon)
        }
    }

    func reviews(of permit: Int, submitted: AgencyDay) throws {
        let reviews = [
            Review(
                id: 0, type: "PLANNING", reviewer: "Robin Reviewer", submittedOn: submitted,
                completedOn: submitted.adding(days: 4),
                status: "APPROVED", notes: ""),
            Review(
                id: 0, type: "BUILDING", reviewer: "Robin Reviewer", submittedOn: submitted.adding(days: 2),
                completedOn: submitted.adding(days: 13), status: "APPROVED",
                notes: "Approved as revised. Keep the stamped plans at the site."),
            Review(
                id: 0, type: "FIRE DISTRICT", reviewer: "Northern Lakes Fire", submittedOn: submitted.adding(days: 3),
                completedOn: submitted.adding(days: 9), status: "APPROVED", notes: "Turnaround at the driveway's end as drawn."),
        ]
        for review in reviews { try records.permits.add(review, to: permit) }
        let condition = Condition(
            text: "Post the address at the road before the first inspection.", status: "OPEN", satisfiedOn: nil)
        try records.permits.add(condition, to: permit)
    }
}
