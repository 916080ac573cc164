import Permitting

/// What every office's demo records are made with: a hand that files records, relative to today.
struct DemoOffice {
    let records: Records
    let agency: Agency
    let now: Instant
    let attachments: [DemoAttachment.Kept]
    let password: String
    let hash: (String) throws -> String

    var today: AgencyDay { agency.clock.day(of: now) }

    /// The next working day, on which scheduled inspections lie.
    var nextWorkingDay: AgencyDay {
        var day = today.adding(days: 1)
        while !agency.inspections.isWorkingDay(day) { day = day.adding(days: 1) }
        return day
    }

    /// The working day so long ago, or the last one before it.
    func workingDay(daysAgo days: Int) -> AgencyDay {
        var day = today.adding(days: -days)
        while !agency.inspections.isWorkingDay(day) { day = day.adding(days: -1) }
        return day
    }

    /// A company that has an account; how it signs in is said afterwards.
    func company(_ name: String, license: String, at site: Site, phone: String, email: String) throws -> Contractor {
        var company = Contractor(id: 0, companyName: name, license: license)
        (company.address, company.city, company.state, company.zip) = (site.address, site.city, site.state, site.zip)
        (company.phone, company.email) = (phone, email)
        let id = try records.contractors.insert(company)
        guard let filed = try records.contractors.find(id: id) else { throw DemoError.wrong(name) }
        return filed
    }

    /// The company has never signed in; this is its PIN or code.
    func giveFirstPassword(_ secret: String, to company: Contractor) throws {
        try records.contractors.setFirstPassword(try hash(secret), contractor: company.id)
    }

    /// The company has signed in before.
    func givePassword(to company: Contractor) throws {
        try records.contractors.setPassword(try hash(password), contractor: company.id)
    }

    /// Somebody without a licence who set an account up before.
    @discardableResult
    func publicUser(_ name: String, email: String, phone: String) throws -> Int {
        var person = Contractor(id: 0, companyName: name, license: "")
        (person.email, person.phone) = (email, phone)
        return try records.contractors.insert(publicUser: person, passwordHash: try hash(password))
    }

    func staff() throws {
        let people: [(String, String, StaffRole)] = [
            ("clerk@example.com", "Casey Clerk", .clerk), ("reviewer@example.com", "Robin Reviewer", .reviewer),
            ("inspector@example.com", "Ira Inspector", .inspector), ("cashier@example.com", "Kim Cashier", .cashier),
            ("admin@example.com", "Alex Admin", .administrator),
        ]
        let secret = try hash(password)
        for (email, name, role) in people {
            let id = try records.staff.insert(email: email, name: name, role: role)
            try records.staff.setPassword(secret, member: id)
        }
    }

    static func staffLogins(password: String) -> [DemoLogin] {
        ["clerk", "reviewer", "inspector", "cashier", "admin"].map {
            DemoLogin(who: "Office, at /admin", name: "\($0)@example.com", secret: password, note: "")
        }
    }
}

enum DemoError: Error {
    case wrong(String)
}
