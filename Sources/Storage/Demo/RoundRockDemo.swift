import Permitting

/// The City of Round Rock's guide: a company that installs irrigation, with an inspection to ask for.
struct RoundRockDemo: AgencyDemo {
    let office: DemoOffice

    static let logins = [
        DemoLogin(
            who: "Contractor, first login", name: "HILL COUNTRY IRRIGATION", secret: "RR20417",
            note: "its registration code: it leads to the dashboard, and is dead once a password is set under VIEW/EDIT PROFILE")
    ]

    func file() throws {
        let hillCountry = try office.company(
            "HILL COUNTRY IRRIGATION", license: "RR20417", at: site("1600 CHISHOLM TRAIL RD", "78681"), phone: "512-555-0117",
            email: "hillcountry@example.com")
        try office.giveFirstPassword("RR20417", to: hillCountry)
        let issued = office.workingDay(daysAgo: 45)
        let permit = try office.permit(
            "IRR20-0112", "IRRIGATION", "ISSUED", at: site("3204 SANDSTONE CV", "78664"), applied: issued.adding(days: -2),
            issued: issued, expires: issued.adding(days: 180), work: "LAWN SPRINKLERS, SIX ZONES, BACKFLOW PREVENTER",
            contractor: hillCountry, owner: "AVERY SANDSTONE")
        try office.result(
            "Sleeving Inspection", .passed, of: permit, on: office.workingDay(daysAgo: 30), notes: "Under the walk and the drive."
        )
        try office.result(
            "Irrigation Inspection", .failed, of: permit, on: office.workingDay(daysAgo: 9),
            notes: "The backflow test form was not at the site.")
    }

    private func site(_ address: String, _ zip: String) -> Site {
        Site(address: address, city: "ROUND ROCK", state: "TX", zip: zip)
    }
}
