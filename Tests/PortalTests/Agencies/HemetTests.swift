import Permitting
import Storage
import Testing

/// The City of Hemet's guide: plan checks among the active permits, and fees that are paid at the counter.
struct HemetTests {
    private let site: DemoSite

    init() throws { site = try DemoSite(of: "hemet") }

    private func city() throws -> Visitor { try site.contractor("TEST") }

    @Test func `the dashboard has the guide's tables, columns and rows`() throws {
        let answer = try city().get("/dashboard")
        #expect(
            answer.headers == [
                "PERMIT NO., ADDRESS, TYPE, STATUS, EXPIRED, INSPECTION, FEES DUE",
                "REC NO, REC TYPE, REC STATUS, ADDRESS, INSPECTION, DATE",
                "PERMIT NO., ADDRESS, TYPE, STATUS, EXPIRED, FEES DUE",
            ])
        #expect(
            answer.rows(in: "active-permits") == [
                "A1806-065 (Pending) | 445 E FLORIDA AVE | ACCESSIBILITY | ACTIVE |  | Request | $0.00"
            ])
        #expect(
            answer.rows(in: "active-inspections") == [
                "A1806-065 | PERMIT | ACTIVE | 445 E FLORIDA AVE | FINAL** Inspector: Ira Inspector | 11/23/2026 AM"
            ])
        #expect(
            answer.rows(in: "expired-permits") == [
                "B1906-174 | 3800 THORNTON AVE | ELECTRICAL | ACTIVE | 12/22/2019 | $0.00"
            ])
    }

    @Test func `the plan check shows its files, reviews and results`() throws {
        let visitor = try city()
        let info = try visitor.get("/permits/A1806-065")
        #expect(info.facts["Applied Date"] == "6/27/2018" && info.facts["Issued Date"] == "")
        #expect(info.facts["Attachments"] == "correction-notice.pdf, IMG5427.JPG, IMG_5427.JPG")
        #expect(info.links.contains { $0.text == "Contacts (1)" })
        #expect(
            try visitor.click("Reviews").rows(in: "reviews").map { $0.split(separator: " | ")[0] } == [
                "BUILDING, SECOND CHECK", "FIRE", "BUILDING",
            ])
        #expect(visitor.answer.page.all("summary").filter { $0.text == "More Info" }.count == 2)
        #expect(
            try visitor.click("Inspections (2)").rows(in: "inspections").map { String($0.prefix(20)) } == [
                "FINAL** | 11/23/2026", "ACCESSIBLE PARKING |",
            ])
    }

    @Test(arguments: ["IMG_5427.JPG", "IMG5427.JPG", "correction-notice.pdf"])
    func `a file of the plan check is what its name says`(name: String) throws {
        let visitor = try city()
        try visitor.get("/permits/A1806-065/attachments")
        let link = try #require(visitor.answer.links.first { $0.text.hasPrefix(name) })
        let response = try visitor.get(link.address).response
        #expect(response.status.code == 200)
        #expect(response.headers["Content-Type"] == (name.hasSuffix("pdf") ? "application/pdf" : "image/jpeg"))
    }

    @Test func `an amount is plain text, and nothing leads to a cart`() throws {
        let (visitor, permit, today) = (try city(), try site.permit("A1806-065"), AgencyDay(ordinal: 20_777))
        try site.write {
            _ = try $0.fees.assess(permit: permit.id, name: "PLAN CHECK FEE", amount: Money(cents: 12_000), on: today)
        }
        let dashboard = try visitor.get("/dashboard")
        #expect(dashboard.rows(in: "active-permits").first?.hasSuffix("| Request | $120.00") == true)
        #expect(dashboard.forms.allSatisfy { $0.action == "/logout" })
        #expect(
            !dashboard.text.contains("CART") && !dashboard.links.contains { $0.address == "/cart" || $0.address == "/receipts" })
        let fees = try visitor.get("/permits/A1806-065/fees")
        #expect(fees.text.contains("This office takes no payments online. Pay at its counter, or call 951-765-2475."))
        #expect(fees.forms.allSatisfy { $0.action == "/logout" })
    }

    @Test(arguments: [
        "/cart", "/checkout", "/receipts", "/receipts/R000001", "/payments/reference-of-nothing", "/trial-provider",
    ])
    func `no page of paying online is there, and it says why`(address: String) throws {
        for visitor in [try city(), try site.visitor()] {
            let answer = try visitor.get(address)
            #expect(answer.status == 404 && answer.heading == "Fees are paid at the counter")
        }
    }

    @Test(arguments: ["/cart", "/cart/records", "/checkout", "/payments/notifications", "/trial-provider"])
    func `nothing can be sent to one either`(address: String) throws {
        let visitor = try city()
        try visitor.get("/dashboard")
        #expect(try visitor.post(address, [("csrf", visitor.token), ("permit", "A1806-065")]).status == 404)
    }

    @Test func `the seventh day ahead can be had and the eighth cannot`() throws {
        site.clock.advance(minutes: 3 * 24 * 60)
        let visitor = try city()
        try visitor.get("/permits/A1806-065/inspections/new")
        let days = visitor.answer.forms.compactMap { $0["Requested Date"] }.flatMap(\.options).map(\.value).filter { !$0.isEmpty }
        #expect(days == ["2026-11-24", "2026-11-25", "2026-11-30"])
        #expect(
            visitor.answer.forms.compactMap { $0["Time"] }.flatMap(\.options).map(\.label).dropFirst() == [
                "AM (8:30 AM to 12:00 PM)", "PM (1:00 PM to 5:00 PM)",
            ])
        #expect(visitor.answer.text.contains("until 7:00 AM on its day. After that, call 951-765-2475."))
        #expect(visitor.answer.text.contains("An inspection is active once it has an inspector."))
    }

    @Test(arguments: ["/login", "/contact"])
    func `how to get an account stands beside the sign-in and under Contact us`(address: String) throws {
        let text = try site.visitor().get(address).text
        for words in ["PIN for the first sign-in", "bldgstaff@example.com", "CSLB", "in person", "Privacy:"] {
            #expect(text.contains(words))
        }
    }
}
