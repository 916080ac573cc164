import Permitting

extension DemoOffice {
    /// A permit with its contacts and what is due on it; its id.
    func permit(
        _ number: String, _ type: String, _ status: String, at site: Site, applied: AgencyDay, issued: AgencyDay? = nil,
        expires: AgencyDay? = nil, finaled: AgencyDay? = nil, work: String, contractor: Contractor? = nil, owner: String? = nil,
        due: [(name: String, amount: String)] = []
    ) throws -> Int {
        guard let number = PermitNumber(rawValue: number) else { throw DemoError.wrong(number) }
        var permit = Permit(id: 0, number: number, type: type, status: agency.statuses.status(status))
        permit.description = work
        permit.subtype = "NEW"
        permit.appliedOn = applied
        permit.approvedOn = issued
        permit.issuedOn = issued
        permit.finaledOn = finaled
        permit.expiresOn = expires
        permit.site = site
        permit.contractorName = contractor?.companyName ?? ""
        let id = try records.permits.insert(permit, contractors: contractor.map { [$0.id] } ?? [])
        if let contractor { try records.permits.add(contractor.asContact, to: id) }
        if let owner {
            try records.permits.add(Contact(role: "OWNER", name: owner, address: site.line, phone: "", email: ""), to: id)
        }
        for fee in due { try assess(fee.name, fee.amount, on: id, day: applied) }
        return id
    }

    func assess(
        _ name: String, _ amount: String, on permit: Int, day: AgencyDay, kind: Fee.Kind = .permit, to contractor: Int? = nil
    ) throws {
        guard let money = Money(text: amount) else { throw DemoError.wrong(amount) }
        try records.fees.assess(permit: permit, name: name, amount: money, kind: kind, on: day, chargedTo: contractor)
    }

    func review(
        _ type: String, of permit: Int, by reviewer: String = "Robin Reviewer", submitted: AgencyDay, completed: AgencyDay?,
        status: String, notes: String = ""
    ) throws {
        let review = Review(
            id: 0, type: type, reviewer: reviewer, submittedOn: submitted, completedOn: completed, status: status, notes: notes)
        try records.permits.add(review, to: permit)
    }

    func condition(_ text: String, of permit: Int) throws {
        try records.permits.add(Condition(text: text, status: "OPEN", satisfiedOn: nil), to: permit)
    }

    /// The files that belong to the permit of that number, sent by the company.
    func attach(to permit: Int, _ number: String, by contractor: Contractor, on day: AgencyDay) throws {
        let noon = agency.clock.instant(of: day, at: .midnight).adding(minutes: 12 * 60)
        for kept in attachments where kept.attachment.permit == number {
            guard let name = AttachmentName(rawValue: kept.attachment.name),
                let kind = name.fileExtension.flatMap(AttachmentKind.init(fileExtension:))
            else { throw DemoError.wrong(kept.attachment.name) }
            let likeness = AttachmentStore.Likeness(
                permit: permit, digest: kept.digest, name: name, description: kept.attachment.description)
            try records.attachments.insert(
                AttachmentStore.Upload(likeness, file: kept.file, kind: kind, size: kept.size), contractor: contractor.id,
                at: noon)
        }
    }
}

extension Contractor {
    fileprivate var asContact: Contact {
        Contact(role: "CONTRACTOR", name: companyName, address: address, phone: phone, email: email)
    }
}
