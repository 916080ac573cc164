import Permitting

/// Harnett County's guide: a mechanical contractor with a fee to pay before the next inspection, and a home under construction.
struct HarnettDemo: AgencyDemo {
    static let password = "Permit2Build!"

    let office: DemoOffice

    static let logins = [
        DemoLogin(
            who: "Contractor, first login", name: "CAPE FEAR HEATING & AIR", secret: "0142",
            note:
                "the last four digits of its telephone: they lead to the set-up page, and are worth nothing once a password is set"
        ),
        DemoLogin(
            who: "Public", name: "homeowner@example.com", secret: password,
            note: "signed up before; RES20-0045 waits under Link To Permits"),
    ]

    func file() throws {
        let capeFear = try office.company(
            "CAPE FEAR HEATING & AIR", license: "H3-20142", at: site("210 W BROAD ST", "DUNN", "28334"),
            phone: "910-555-0142", email: "capefear@example.com")
        try changeOut(capeFear)
        try newHome(capeFear)
        try finishedPermit(capeFear)
        try homeownersPermit()
        try office.publicUser("HOLLIS HOMEOWNER", email: "homeowner@example.com", phone: "910-555-0177")
    }

    /// Its next inspection may be asked for once the fee of the failed one is paid.
    private func changeOut(_ capeFear: Contractor) throws {
        let issued = office.workingDay(daysAgo: 40)
        let failed = office.workingDay(daysAgo: 12)
        let permit = try office.permit(
            "MEC20-0101", "MECHANICAL", "ISSUED", at: site("88 ATKINS RD", "FUQUAY-VARINA", "27526"),
            applied: issued.adding(days: -3), issued: issued, expires: issued.adding(days: 180),
            work: "HVAC CHANGE-OUT, HEAT PUMP AND AIR HANDLER", contractor: capeFear, owner: "JAMIE ATKINS")
        try office.result(
            "MECHANICAL FINAL", .failed, of: permit, on: failed, notes: "Condensate drain has no trap. Correct and ask again.")
        try office.assess("RE-INSPECTION FEE", "75.00", on: permit, day: failed, kind: .reinspection)
    }

    private func newHome(_ capeFear: Contractor) throws {
        let applied = office.workingDay(daysAgo: 15)
        let permit = try office.permit(
            "RES20-0044", "RESIDENTIAL", "IN REVIEW", at: site("415 CAMERON HILL RD", "CAMERON", "28326"), applied: applied,
            work: "NEW SINGLE FAMILY DWELLING", contractor: capeFear, owner: "DREW CAMERON")
        try office.review(
            "PLANNING", of: permit, submitted: applied, completed: applied.adding(days: 5), status: "APPROVED",
            notes: "Setbacks as on the plot plan.")
        try office.review("BUILDING", of: permit, submitted: applied.adding(days: 2), completed: nil, status: "IN REVIEW")
    }

    private func finishedPermit(_ capeFear: Contractor) throws {
        let issued = office.workingDay(daysAgo: 120)
        let finaled = office.workingDay(daysAgo: 95)
        let permit = try office.permit(
            "MEC20-0099", "MECHANICAL", "FINALED", at: site("31 OLD STAGE RD N", "ERWIN", "28339"),
            applied: issued.adding(days: -4), issued: issued, expires: issued.adding(days: 180), finaled: finaled,
            work: "HVAC CHANGE-OUT, GAS PACK", contractor: capeFear, owner: "LEE STAGE")
        try office.result("MECHANICAL FINAL", .passed, of: permit, on: finaled)
    }

    /// Nobody's yet: an owner links it by its number.
    private func homeownersPermit() throws {
        let issued = office.workingDay(daysAgo: 30)
        _ = try office.permit(
            "RES20-0045", "RESIDENTIAL", "ISSUED", at: site("1207 BUIES CREEK LN", "BUIES CREEK", "27506"),
            applied: issued.adding(days: -12), issued: issued, expires: issued.adding(days: 180),
            work: "SCREENED PORCH AND DECK", owner: "HOLLIS HOMEOWNER")
    }

    private func site(_ address: String, _ city: String, _ zip: String) -> Site {
        Site(address: address, city: city, state: "NC", zip: zip)
    }
}
