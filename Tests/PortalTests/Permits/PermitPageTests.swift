import Permitting
import Storage
import Testing

struct PermitPageTests {
    private let site: DemoSite

    init() throws { site = try DemoSite() }

    private func tabs(_ answer: Answer) -> [String] { answer.page.all(class: "tabs").flatMap { $0.all("a") }.map(\.text) }

    @Test func `a company on the permit sees it whole`() throws {
        let visitor = try site.contractor()
        let info = try visitor.get("/permits/RES16-0688")
        #expect(info.heading == "Permit #RES16-0688 READY TO ISSUE")
        #expect(
            tabs(info) == [
                "Permit Info", "Site Info", "Contacts (2)", "Fees", "Inspections (0)", "Conditions", "Reviews",
                "Attachments (2)",
            ])
        #expect(
            info.page.all(class: "facts").first?.all("dt").map(\.text) == [
                "Type", "Subtype", "Description", "Status", "Applied Date", "Approved Date", "Issued Date", "Finaled Date",
                "Expiration Date", "Contractor", "Notes", "Attachments",
            ])
        #expect(info.facts["Description"] == "NEW SHOP WITH LIVING QUARTERS ABOVE" && info.facts["Applied Date"] == "10/31/2026")
        for tab in tabs(info) { #expect(try visitor.click(tab).status == 200) }
        #expect(
            try visitor.get("/permits/RES16-0688/contacts").rows(in: "contacts") == [
                "RICH CONTRACTOR | CONTRACTOR | 210 N 4TH ST | 208-555-0119 | contractor@example.com",
                "DODD ROAD LLC | OWNER | 1968 E DODD RD, HAYDEN, ID 83835 |  | ",
            ])
        #expect(try visitor.get("/permits/RES16-0688/site").facts["City"] == "HAYDEN")
        #expect(try visitor.get("/permits/RES16-0688/fees").text.contains("Fees Due $1,023.98"))
        #expect(try visitor.submit("PAY FEES").location == "/checkout")
    }

    @Test func `the office sees it whole too, and pays nothing`() throws {
        let clerk = try site.staff()
        #expect(try clerk.get("/permits/RES16-0688/contacts").text.contains("208-555-0119"))
        #expect(try clerk.get("/permits/RES16-0688/fees").text.contains("Fees Due $1,023.98"))
        #expect(!clerk.answer.text.contains("PAY FEES"))
        #expect(!(try clerk.get("/permits/RES16-0304").text.contains("Request Inspection")))
    }

    @Test(arguments: [false, true])
    func `everybody else sees what is public: no contacts, fees, notes or telephone`(isSignedIn: Bool) throws {
        let visitor = isSignedIn ? try site.contractor(DemoSite.second) : try site.visitor()
        try site.write { records in
            guard let number = PermitNumber(rawValue: "RES16-0688"), let permit = try records.permits.find(number) else { return }
            let contact = InspectionStore.Contact(
                name: "SECRET NAME", phone: "208-555-7777", email: "secret@example.com", siteAddress: "SECRET ADDRESS",
                notes: "SECRET NOTES")
            _ = try records.inspections.insert(
                permit: permit.id, type: "FRAMING", day: AgencyDay(ordinal: 20_780), slot: "AM", contact: contact,
                contractor: nil,
                at: MovableClock.opening)
        }
        for tab in ["", "/site", "/inspections", "/conditions", "/reviews"] {
            let answer = try visitor.get("/permits/RES16-0688" + tab)
            #expect(answer.status == 200)
            #expect(tabs(answer) == ["Permit Info", "Site Info", "Inspections (1)", "Conditions", "Reviews"])
            for secret in [
                "208-555-0119", "555-7777", "contractor@example.com", "DODD ROAD LLC", "SECRET", "$", "More Info Approved",
            ] {
                #expect(!answer.text.contains(secret), "\(secret) on \(tab)")
            }
            #expect(!answer.text.contains("Request Inspection") && answer.facts["Notes"] == nil)
        }
        for tab in ["/contacts", "/fees", "/attachments", "/attachments/1"] {
            let answer = try visitor.get("/permits/RES16-0688" + tab)
            if isSignedIn {
                #expect(answer.status == 403)
            } else {
                #expect(answer.location == "/login?next=%2Fpermits%2FRES16-0688")
            }
        }
    }

    @Test func `a company sees the fees that concern it and not another's`() throws {
        #expect(!(try site.contractor().get("/permits/RES16-0686/fees").text.contains("RE-INSPECTION FEE")))
        let second = try site.contractor(DemoSite.second).get("/permits/RES16-0686/fees")
        #expect(second.rows(in: "fees") == ["RE-INSPECTION FEE | 10/21/2026 | DUE | $65.00"])
        #expect(try site.staff().get("/permits/RES16-0686/fees").text.contains("RE-INSPECTION FEE"))
    }

    @Test func `what keeps an inspection from being asked for stands on the permit`() throws {
        let visitor = try site.contractor(DemoSite.second)
        let answer = try visitor.get("/permits/RES16-0686")
        #expect(answer.text.contains("A re-inspection fee of $65.00 has to be paid first."))
        #expect(!answer.text.contains("Request Inspection"))
        #expect(try site.contractor().get("/permits/RES16-0310").text.contains("The permit expired on Mon, Oct 10, 2016."))
        #expect(try site.contractor().get("/permits/RES16-0304").text.contains("Request Inspection"))
    }

    @Test func `reviews stand latest first, sort by their headers and open More Info`() throws {
        let visitor = try site.contractor()
        try visitor.get("/permits/RES16-0688/reviews")
        func types() -> [String] { visitor.answer.rows(in: "reviews").map { String($0.prefix { $0 != "|" }.dropLast()) } }
        #expect(types() == ["FIRE DISTRICT", "BUILDING", "PLANNING"])
        try visitor.click("Submitted Date")
        #expect(types() == ["PLANNING", "BUILDING", "FIRE DISTRICT"])
        try visitor.click("Review Type")
        #expect(types() == ["BUILDING", "FIRE DISTRICT", "PLANNING"])
        #expect(visitor.answer.text.contains("More Info Approved as revised. Keep the stamped plans at the site."))
        #expect(visitor.answer.page.all("details").filter { $0.hasClass("more") }.count == 2)
        for sort in ["", "-", "x", "--type"] {
            #expect(try visitor.get("/permits/RES16-0688/reviews?sort=" + sort).status == 200)
            #expect(types() == ["FIRE DISTRICT", "BUILDING", "PLANNING"], "\(sort)")
        }
    }

    @Test(arguments: [
        "RES99-9999", "RES16-0688%20", "%20", "'%20OR%201=1", "a%252Fb", "%25", "%C3%BC", "1e308",
        String(repeating: "9", count: 200),
    ])
    func `a number that no permit has is not found`(segment: String) throws {
        for tab in ["", "/fees", "/inspections/new"] {
            #expect(try site.contractor().get("/permits/\(segment)\(tab)").status == 404)
        }
    }

    @Test func `a number typed in small letters opens the permit`() throws {
        let answer = try site.contractor().get("/permits/res16-0688")
        #expect(answer.status == 200 && answer.heading.contains("RES16-0688"))
    }

    @Test(arguments: ["1980-001138 BP", "A/B", "A%2FB", "..", ".", "ü 中", "%", "\\", "#1?x=y&z", "a+b", "\"<'>&"])
    func `a permit of an odd number has its pages and its way to the cart`(text: String) throws {
        let number = try #require(PermitNumber(rawValue: text))
        let (id, status) = (try site.credentials(DemoSite.rich).id, site.agency.statuses.status("ACTIVE"))
        try site.write { records in
            let permit = try records.permits.insert(
                Permit(id: 0, number: number, type: "RESIDENTIAL", status: status), contractors: [id])
            try records.fees.assess(permit: permit, name: "PLANNING", amount: Money(cents: 1_234), on: AgencyDay(ordinal: 20_700))
        }
        let visitor = try site.contractor()
        try visitor.get("/dashboard")
        #expect(try visitor.click(text).heading == "Permit #\(text) ACTIVE")
        for tab in ["Site Info", "Fees", "Reviews", "Request Inspection"] {
            try visitor.get("/dashboard")
            try visitor.click(text)
            #expect(try visitor.click(tab).status == 200)
        }
        try visitor.get("/dashboard")
        try visitor.submit("$12.34")
        #expect(try visitor.follow().bill == ["PERMIT (\(text))", "PLANNING $12.34", "Total Fees: $12.34"])
        try visitor.click("BACK TO SHOPPING CART")
        #expect(try visitor.submit("Remove \(text)").location == "/cart")
        #expect(try visitor.follow().text.contains("Your cart is empty."))
    }
}
