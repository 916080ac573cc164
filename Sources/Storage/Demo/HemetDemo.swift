import Permitting

/// The City of Hemet's guide: one company, a plan check and a permit that has expired.
struct HemetDemo: AgencyDemo {
    let office: DemoOffice

    static let logins = [
        DemoLogin(
            who: "Contractor, first login", name: "CITY OF HEMET", secret: "180665",
            note: "a PIN: it leads to the dashboard, and is dead once a password is set under VIEW/EDIT PROFILE")
    ]

    func file() throws {
        let hall = site("445 E FLORIDA AVE", "92543")
        let city = try office.company(
            "CITY OF HEMET", license: "TEST", at: hall, phone: "951-555-0180", email: "cityofhemet@example.com")
        try office.giveFirstPassword("180665", to: city)
        try planCheck(city, at: hall)
        try expiredPermit(city)
    }

    private func planCheck(_ city: Contractor, at hall: Site) throws {
        guard let applied = AgencyDay(year: 2018, month: 6, day: 27) else { throw DemoError.wrong("2018-06-27") }
        let permit = try office.permit(
            "A1806-065", "ACCESSIBILITY", "ACTIVE", at: hall, applied: applied,
            work: "ACCESSIBLE PATH OF TRAVEL AND RESTROOMS", contractor: city)
        try reviews(of: permit, since: applied)
        try office.condition("Keep one accessible entrance open while the work goes on.", of: permit)
        try office.attach(to: permit, "A1806-065", by: city, on: applied.adding(days: 15))
        try office.result(
            "ACCESSIBLE PARKING", .passed, of: permit, on: office.workingDay(daysAgo: 21), notes: "Stalls and signs as drawn.")
        try office.request("FINAL**", of: permit, by: city, isAssigned: true)
    }

    private func reviews(of permit: Int, since applied: AgencyDay) throws {
        try office.review(
            "BUILDING", of: permit, submitted: applied, completed: applied.adding(days: 14), status: "CORRECTIONS",
            notes: "Show the slope of the ramp and the clearance at the door of each restroom. See the correction notice.")
        try office.review(
            "FIRE", of: permit, by: "Hemet Fire", submitted: applied.adding(days: 5), completed: applied.adding(days: 12),
            status: "APPROVED")
        try office.review(
            "BUILDING, SECOND CHECK", of: permit, submitted: applied.adding(days: 40), completed: applied.adding(days: 49),
            status: "APPROVED", notes: "Approved as corrected.")
    }

    private func expiredPermit(_ city: Contractor) throws {
        guard let expires = AgencyDay(year: 2019, month: 12, day: 22) else { throw DemoError.wrong("2019-12-22") }
        let issued = expires.adding(days: -180)
        _ = try office.permit(
            "B1906-174", "ELECTRICAL", "ACTIVE", at: site("3800 THORNTON AVE", "92545"), applied: issued.adding(days: -6),
            issued: issued, expires: expires, work: "PANEL UPGRADE TO 200 AMPERES", contractor: city)
    }

    private func site(_ address: String, _ zip: String) -> Site {
        Site(address: address, city: "HEMET", state: "CA", zip: zip)
    }
}
