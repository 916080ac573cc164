import Permitting

/// The City of Aurora's guide: one company with two accounts under one mail address, and no password yet for either.
struct AuroraDemo: AgencyDemo {
    let office: DemoOffice

    private static let note = "no password yet: Forgot Password mails a link to office@example.com"

    static let logins = [
        DemoLogin(who: "Contractor", name: "FOX VALLEY ELECTRIC (EL-2020-0031)", secret: nil, note: note),
        DemoLogin(who: "Contractor", name: "FOX VALLEY ELECTRIC (EL-2018-0007)", secret: nil, note: note),
    ]

    func file() throws {
        let shop = site("955 N LAKE ST", "60506")
        let foxValley = try company("EL-2020-0031", at: shop)
        _ = try company("EL-2018-0007", at: shop)
        let issued = office.workingDay(daysAgo: 25)
        let permit = try office.permit(
            "BLD20-0310", "BUILDING", "ISSUED", at: site("1432 GARFIELD AVE", "60506"), applied: issued.adding(days: -9),
            issued: issued, expires: issued.adding(days: 180), work: "SERVICE UPGRADE AND KITCHEN REMODEL",
            contractor: foxValley, owner: "SKYLER GARFIELD", due: [("ELECTRICAL PERMIT FEE", "85.00")])
        try office.attach(to: permit, "BLD20-0310", by: foxValley, on: issued)
        try office.result("ROUGH ELECTRICAL", .passed, of: permit, on: office.workingDay(daysAgo: 8))
        try office.request("INSULATION", of: permit, by: foxValley)
    }

    private func company(_ license: String, at shop: Site) throws -> Contractor {
        try office.company(
            "FOX VALLEY ELECTRIC", license: license, at: shop, phone: "630-555-0131", email: "office@example.com")
    }

    private func site(_ address: String, _ zip: String) -> Site {
        Site(address: address, city: "AURORA", state: "IL", zip: zip)
    }
}

extension AuroraDemo {
    static let attachments = [
        DemoAttachment(
            permit: "BLD20-0310", name: "load-calculation.pdf", description: "Load calculation for the new service",
            content: loadCalculation),
        DemoAttachment(
            permit: "BLD20-0310", name: "panel.jpg", description: "The panel before the work", content: panel),
    ]

    private static var loadCalculation: [UInt8] {
        var sheet = DemoPDF()
        sheet.text("LOAD CALCULATION   1432 GARFIELD AVE, AURORA, IL 60506", x: 72, y: 720, size: 14)
        sheet.rectangle(x: 72, y: 560, width: 468, height: 140)
        let lines = [
            "General lighting and receptacles   5,400 VA", "Kitchen, laundry, dishwasher   6,700 VA",
            "Range and dryer   13,000 VA", "Air conditioner   4,800 VA", "New service: 200 A at 240 V",
        ]
        for (index, line) in lines.enumerated() { sheet.text(line, x: 90, y: 676 - 24 * index) }
        return sheet.bytes
    }

    private static var panel: [UInt8] {
        var picture = DemoPicture(width: 24, height: 32, DemoPicture.Color(red: 206, green: 200, blue: 188))
        picture.fill(x: 5..<19, y: 3..<29, DemoPicture.Color(red: 104, green: 110, blue: 116))
        picture.fill(x: 7..<17, y: 5..<27, DemoPicture.Color(red: 60, green: 64, blue: 70))
        for row in stride(from: 9, to: 25, by: 2) {
            picture.fill(x: 8..<11, y: row..<(row + 1), DemoPicture.Color(red: 20, green: 20, blue: 22))
            picture.fill(x: 13..<16, y: row..<(row + 1), DemoPicture.Color(red: 20, green: 20, blue: 22))
        }
        picture.fill(x: 10..<14, y: 6..<8, DemoPicture.Color(red: 196, green: 60, blue: 40))
        return picture.bytes
    }
}
