import Permitting

/// What every office's demo records are made with: a hand that files records, relative to today.
struct DemoOffice {
    static let password = "Permit2Build"

    let records: Records
    let agency: Agency
    let now: Instant
    let attachments: [DemoAttachment.Kept]
    let hash: (String) throws -> String

    var today: AgencyDay { agency.clock.day(of: now) }

    /// The next working day, on which scheduled inspections lie.
    var nextWorkingDay: AgencyDay {
        var day = today.adding(days: 1)
        while !agency.inspections.isWorkingDay(day) { day = day.adding(days: 1) }
        return day
    }

    func permit(
        _ number: String, _ type: String, _ status: String, at address: String, city: String, state: String, zip: String,
        applied: AgencyDay, issued: AgencyDay? = nil, expires: AgencyDay? = nil, work: String, contractor: Contractor,
        owner: String, due: [(name: String, amount: String)] = []
    ) throws -> Int {
        guard let number = PermitNumber(rawValue: number) else { throw DemoError.wrong(number) }
        var permit = Permit(id: 0, number: number, type: type, status: agency.statuses.status(status))
        permit.description = work
        permit.subtype = "NEW"
        permit.appliedOn = applied
        permit.approvedOn = issued
        permit.issuedOn = issued
        permit.expiresOn = expires
        permit.site = Site(address: address, city: address.isEmpty ? "" : city, state: state, zip: address.isEmpty ? "" : zip)
        permit.contractorName = contractor.companyName
        let id = try records.permits.insert(permit, contractors: [contractor.id])
        let company = Contact(
            role: "CONTRACTOR", name: contractor.companyName, address: contractor.address, phone: contractor.phone,
            email: contractor.email)
        try records.permits.add(company, to: id)
        try records.permits.add(Contact(role: "OWNER", name: owner, address: permit.site.line, phone: "", email: ""), to: id)
        for fee in due { try assess(fee.name, fee.amount, on: id, day: applied) }
        return id
    }

    func assess(
        _ name: String, _ amount: String, on permit: Int, day: AgencyDay, kind: Fee.Kind = .permit, to contractor: Int? = nil
    ) throws {
        guard let money = Money(text: amount) else { throw DemoError.wrong(amount) }
        try records.fees.assess(permit: permit, name: name, amount: money, kind: kind, on: day, chargedTo: contractor)
    }

    func staff() throws {
        let people: [(String, String, StaffRole)] = [
            ("clerk@example.com", "Casey Clerk", .clerk), ("reviewer@example.com", "Robin Reviewer", .reviewer),
            ("inspector@example.com", "Ira Inspector", .inspector), ("cashier@example.com", "Kim Cashier", .cashier),
            ("admin@example.com", "Alex Admin", .administrator),
        ]
        let secret = try hash(Self.password)
        for (email, name, role) in people {
            let id = try records.staff.insert(email: email, name: name, role: role)
            try records.staff.setPassword(secret, member: id)
        }
    }

    static var staffLogins: [DemoLogin] {
        ["clerk", "reviewer", "inspector", "cashier", "admin"].map {
            DemoLogin(who: "Office, at /admin", name: "\($0)@example.com", secret: password, note: "")
        }
    }
}

enum DemoError: Error {
    case wrong(String)
}
