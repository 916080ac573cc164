import Permitting

/// Kootenai County's guide: two companies, their permits, fees and inspections.
struct KootenaiDemo: AgencyDemo {
    let office: DemoOffice

    static let logins = [
        DemoLogin(
            who: "Contractor, first login", name: "RICH CONTRACTOR", secret: "440119",
            note: "a PIN: it leads to the set-up page, and is dead once a password is set"),
        DemoLogin(who: "Contractor", name: "SECOND STREET BUILDERS", secret: password, note: "has signed in before"),
    ]

    func file() throws {
        let rich = try richContractor()
        let second = try secondStreetBuilders()
        try activePermits(rich, second)
        try pendingPermits(rich)
        try expiredPermits(rich)
        try cancelledPermit(second)
    }

    private func richContractor() throws -> Contractor {
        let company = try office.company(
            "RICH CONTRACTOR", license: "AEC0119", at: site("210 N 4TH ST", "COEUR D'ALENE", "83814"), phone: "208-555-0119",
            email: "contractor@example.com")
        try office.giveFirstPassword("440119", to: company)
        return company
    }

    private func secondStreetBuilders() throws -> Contractor {
        let company = try office.company(
            "SECOND STREET BUILDERS", license: "AEC0207", at: site("702 E 2ND ST", "POST FALLS", "83854"),
            phone: "208-555-0207", email: "second@example.com")
        try office.givePassword(to: company)
        let answer = try office.hash(SecretAnswer.normalized("Chevrolet"))
        try office.records.contractors.setSecurityQuestion("CAR", answerHash: answer, contractor: company.id)
        return company
    }

    private func activePermits(_ rich: Contractor, _ second: Contractor) throws {
        let issued = office.today.adding(days: -60)
        let sites = [
            ("RES16-0304", "1502 E FALLVIEW DR", "COEUR D'ALENE", "83814", "NEW SINGLE FAMILY RESIDENCE"),
            ("RES16-0308", "1635 E LADD CT", "HAYDEN", "83835", "DETACHED GARAGE 24 X 30"),
            ("RES16-0314", "8050 W SPRUCE ST", "POST FALLS", "83854", "ADDITION TO KITCHEN AND COVERED PATIO"),
            ("RES16-0686", "2917 S SCHILLER LN", "COEUR D'ALENE", "83814", "NEW SINGLE FAMILY RESIDENCE WITH GARAGE"),
        ]
        for (number, address, city, zip, work) in sites {
            let id = try office.permit(
                number, "RESIDENTIAL", "ACTIVE", at: site(address, city, zip), applied: office.today.adding(days: -95),
                issued: issued, expires: issued.adding(days: 180), work: work,
                contractor: rich, owner: "PAT HOMEOWNER")
            try office.result("SETBACK / FOOTING", .passed, of: id, on: issued.adding(days: 12))
            if number == "RES16-0686" { try share(id, with: second, since: issued) }
        }
    }

    /// The guide shows RES16-0686 on two companies' dashboards, with a re-inspection fee on one of them: it was charged to that one.
    private func share(_ permit: Int, with second: Contractor, since issued: AgencyDay) throws {
        let failed = issued.adding(days: 30)
        try office.records.permits.link(permit: permit, contractor: second.id)
        try office.result(
            "UNDERFLOOR PLUMBING", .failed, of: permit, on: failed,
            notes: "Cleanout missing at the east wall. Correct and ask again.")
        try office.assess("RE-INSPECTION FEE", "65.00", on: permit, day: failed, kind: .reinspection, to: second.id)
    }

    private func pendingPermits(_ rich: Contractor) throws {
        let applied = office.today.adding(days: -20)
        let ready = try office.permit(
            "RES16-0688", "RESIDENTIAL", "READY TO ISSUE", at: site("1968 E DODD RD", "HAYDEN", "83835"), applied: applied,
            work: "NEW SHOP WITH LIVING QUARTERS ABOVE", contractor: rich, owner: "DODD ROAD LLC",
            due: [
                ("MECHANICAL PERMIT", "96.00"), ("PLAN REVIEW FEE BALANCE", "65.08"), ("BUILDING PERMIT FEE", "650.75"),
                ("PLANNING", "35.00"), ("RES/GAR/ADD PARTIAL PLAN REVIEW FEE", "130.15"),
                ("FIRE DISTRICT INSPECTION FEE", "47.00"),
            ])
        try reviews(of: ready, submitted: applied)
        try office.attach(to: ready, "RES16-0688", by: rich, on: applied)
        let inReview = try office.permit(
            "RES17-0150", "RESIDENTIAL", "IN REVIEW", at: site("34554 CLUETT LN", "SPIRIT LAKE", "83869"), applied: applied,
            work: "MANUFACTURED HOME ON PERMANENT FOUNDATION", contractor: rich, owner: "JORDAN CLUETT",
            due: [("BUILDING PERMIT FEE", "442.28"), ("RES/GAR/ADD PARTIAL PLAN REVIEW FEE", "88.46"), ("ADDRESSING", "41.69")])
        try office.request("ADDRESSING", of: inReview, by: rich)
        _ = try office.permit(
            "RES17-0156", "RESIDENTIAL", "PENDING APPROVAL", at: site("1234 W KEVIN RD", "RATHDRUM", "83858"), applied: applied,
            work: "NEW SINGLE FAMILY RESIDENCE", contractor: rich, owner: "MORGAN KEVIN",
            due: [("BUILDING PERMIT FEE", "1,306.04"), ("PLAN REVIEW FEE BALANCE", "261.21")])
        _ = try office.permit(
            "RES17-0163", "RESIDENTIAL", "SUBMITTED", at: site("", "", ""), applied: applied,
            work: "DECK REPLACEMENT", contractor: rich, owner: "SAM DECKER", due: [("PLANNING", "35.00")])
        _ = try office.permit(
            "RES17-0167", "RESIDENTIAL", "SUBMITTED", at: site("", "", ""), applied: applied,
            work: "POLE BUILDING 30 X 40", contractor: rich, owner: "LEE POLE",
            due: [("PLANNING", "35.00"), ("FIRE DISTRICT INSPECTION FEE", "47.00")])
        _ = try office.permit(
            "WEB17-0002", "MECHANICAL", "SUBMITTED", at: site("12451 N CHASE RD", "RATHDRUM", "83858"), applied: applied,
            work: "FURNACE CHANGE-OUT, SAME LOCATION", contractor: rich, owner: "CHRIS CHASE")
    }

    private func expiredPermits(_ rich: Contractor) throws {
        let sites = [
            ("RES16-0310", "3010 E RIVER RD", "COEUR D'ALENE", "83814", AgencyDay(year: 2016, month: 10, day: 10)),
            ("RES16-0689", "4255 S BOISE AVE", "WORLEY", "83876", AgencyDay(year: 2016, month: 12, day: 17)),
            ("RES16-0690", "33124 N BRUNNER RD", "ATHOL", "83801", AgencyDay(year: 2017, month: 6, day: 4)),
        ]
        for (number, address, city, zip, expires) in sites {
            let issued = expires?.adding(days: -180)
            _ = try office.permit(
                number, "RESIDENTIAL", "ACTIVE", at: site(address, city, zip),
                applied: (issued ?? office.today).adding(days: -30), issued: issued, expires: expires,
                work: "RESIDENTIAL REMODEL", contractor: rich, owner: "PAT HOMEOWNER")
        }
    }

    private func cancelledPermit(_ second: Contractor) throws {
        _ = try office.permit(
            "RES16-0601", "RESIDENTIAL", "CANCELLED", at: site("14927 S HLAVATY RD", "WORLEY", "83876"),
            applied: office.today.adding(days: -120), work: "GREENHOUSE", contractor: second, owner: "TERRY GREEN")
    }

    private func reviews(of permit: Int, submitted: AgencyDay) throws {
        try office.review(
            "PLANNING", of: permit, submitted: submitted, completed: submitted.adding(days: 4), status: "APPROVED")
        try office.review(
            "BUILDING", of: permit, submitted: submitted.adding(days: 2), completed: submitted.adding(days: 13),
            status: "APPROVED", notes: "Approved as revised. Keep the stamped plans at the site.")
        try office.review(
            "FIRE DISTRICT", of: permit, by: "Northern Lakes Fire", submitted: submitted.adding(days: 3),
            completed: submitted.adding(days: 9), status: "APPROVED", notes: "Turnaround at the driveway's end as drawn.")
        try office.condition("Post the address at the road before the first inspection.", of: permit)
    }

    private func site(_ address: String, _ city: String, _ zip: String) -> Site {
        address.isEmpty ? Site() : Site(address: address, city: city, state: "ID", zip: zip)
    }
}
