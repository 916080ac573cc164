import Permitting
import Storage
import Testing

struct DashboardTests {
    private let site: DemoSite

    init() throws { site = try DemoSite() }

    @Test func `a company's three tables are the guide's, cell by cell`() throws {
        let answer = try site.contractor().get("/dashboard")
        #expect(
            answer.rows(in: "active-permits") == [
                "RES16-0304 | 1502 E FALLVIEW DR | RESIDENTIAL | ACTIVE | Request | $0.00",
                "RES16-0308 | 1635 E LADD CT | RESIDENTIAL | ACTIVE | Request | $0.00",
                "RES16-0314 | 8050 W SPRUCE ST | RESIDENTIAL | ACTIVE | Request | $0.00",
                "RES16-0686 | 2917 S SCHILLER LN | RESIDENTIAL | ACTIVE | Request | $0.00",
                "RES16-0688 | 1968 E DODD RD | RESIDENTIAL | READY TO ISSUE | Pay first, then have it issued | $1,023.98",
                "RES17-0150 | 34554 CLUETT LN | RESIDENTIAL | IN REVIEW | Not issued yet | $572.43",
                "RES17-0156 | 1234 W KEVIN RD | RESIDENTIAL | PENDING APPROVAL | Not issued yet | $1,567.25",
                "RES17-0163 |  | RESIDENTIAL | SUBMITTED | Not issued yet | $35.00",
                "RES17-0167 |  | RESIDENTIAL | SUBMITTED | Not issued yet | $82.00",
                "WEB17-0002 | 12451 N CHASE RD | MECHANICAL | SUBMITTED | Not issued yet | $0.00",
            ])
        #expect(
            answer.rows(in: "active-inspections") == [
                "RES17-0150 | PERMIT | IN REVIEW | 34554 CLUETT LN | ADDRESSING | 11/23/2026 AM"
            ])
        #expect(
            answer.rows(in: "expired-permits") == [
                "RES16-0310 | 3010 E RIVER RD | RESIDENTIAL | ACTIVE | 10/10/2016 | $0.00",
                "RES16-0689 | 4255 S BOISE AVE | RESIDENTIAL | ACTIVE | 12/17/2016 | $0.00",
                "RES16-0690 | 33124 N BRUNNER RD | RESIDENTIAL | ACTIVE | 6/4/2017 | $0.00",
            ])
        #expect(
            answer.page.all("caption").map(\.text) == [
                "My Active Permits 10 total record(s)", "My Active Inspections 1 total record(s)",
                "My Expired Permits 3 total record(s)",
            ])
    }

    @Test func `the headers are the agency's, in its order`() throws {
        let answer = try site.contractor().get("/dashboard")
        #expect(
            answer.headers == [
                "PERMIT NO., ADDRESS, TYPE, STATUS, INSPECTION, FEES DUE",
                "REC NO, REC TYPE, REC STATUS, ADDRESS, INSPECTION, DATE",
                "PERMIT NO., ADDRESS, TYPE, STATUS, EXPIRED, FEES DUE",
            ])
    }

    @Test func `a re-inspection fee stands where Request was, as the button that pays it`() throws {
        let visitor = try site.contractor(DemoSite.second)
        try visitor.get("/dashboard")
        #expect(
            visitor.answer.rows(in: "active-permits") == [
                "RES16-0601 | 14927 S HLAVATY RD | RESIDENTIAL | CANCELLED | Closed | $0.00",
                "RES16-0686 | 2917 S SCHILLER LN | RESIDENTIAL | ACTIVE | Pay $65.00 re-inspection fee first | $65.00",
            ])
        #expect(visitor.answer.text.contains("No inspections are scheduled."))
        #expect(try visitor.submit("Pay $65.00 re-inspection fee first").location == "/checkout")
        #expect(
            try visitor.follow().bill == [
                "PERMIT (RES16-0686) 2917 S SCHILLER LN", "RE-INSPECTION FEE $65.00", "Total Fees: $65.00",
            ])
    }

    @Test func `number, address and Request lead where they say in one click`() throws {
        let visitor = try site.contractor()
        try visitor.get("/dashboard")
        for (link, heading) in [
            ("RES16-0304", "Permit #RES16-0304 ACTIVE"), ("1502 E FALLVIEW DR", "Permit #RES16-0304 ACTIVE"),
            ("Request", "PERMIT Inspection Request - RES16-0304"), ("ADDRESSING", "ADDRESSING - RES17-0150"),
        ] {
            try visitor.get("/dashboard")
            #expect(try visitor.click(link).heading == heading)
        }
    }

    @Test func `only amounts that are due are buttons`() throws {
        let answer = try site.contractor().get("/dashboard")
        let buttons = answer.forms.filter { $0.action == "/cart/records" }.flatMap(\.buttons).map(\.label)
        #expect(buttons.filter { $0.hasPrefix("$") } == ["$1,023.98", "$572.43", "$1,567.25", "$35.00", "$82.00"])
    }

    @Test func `the menu has what works, in the guide's order, and each entry opens`() throws {
        let visitor = try site.contractor()
        try visitor.get("/dashboard")
        let menu = try #require(visitor.answer.page.all(class: "menu").first)
        #expect(menu.all("a").map(\.text) == ["Search Permit", "Pay Fees", "Scheduled", "Paid Items", "Contact us"])
        let bar = visitor.answer.page.all { $0.attributes["aria-label"] == "Account" }.first?.text ?? ""
        #expect(bar == "HOME DASHBOARD VIEW/EDIT PROFILE VIEW CART (0) LOG OUT LOGGED IN AS: RICH CONTRACTOR")
        for link in visitor.answer.links where link.address.hasPrefix("/") {
            #expect(try visitor.get(link.address).status == 200, "\(link.text)")
        }
    }

    @Test func `each table sorts by its headers, and back again`() throws {
        let visitor = try site.contractor()
        try visitor.get("/dashboard")
        func first() -> String { String(visitor.answer.rows(in: "active-permits").first?.prefix(10) ?? "") }
        try visitor.click("FEES DUE")
        try visitor.click("FEES DUE")
        #expect(first() == "RES17-0156")
        try visitor.get("/dashboard?active=-number")
        #expect(first() == "WEB17-0002")
        let sorted = visitor.answer.page.all("th").filter { $0.attributes["aria-sort"] != nil }
        #expect(
            sorted.map { "\($0.text) \($0.attributes["aria-sort"] ?? "")" } == ["PERMIT NO. descending", "PERMIT NO. ascending"])
        #expect(visitor.answer.rows(in: "expired-permits").first?.hasPrefix("RES16-0310") == true)
    }

    @Test func `a long list has pages that keep the order`() throws {
        try site.addPermits(40)
        let visitor = try site.contractor()
        try visitor.get("/dashboard")
        #expect(visitor.answer.text.contains("50 total record(s)") && visitor.answer.rows(in: "active-permits").count == 15)
        var seen: [String] = visitor.answer.rows(in: "active-permits")
        while visitor.answer.links.contains(where: { $0.text == "Next" }) {
            try visitor.click("Next")
            seen += visitor.answer.rows(in: "active-permits")
        }
        #expect(seen.count == 50 && Set(seen).count == 50 && seen == seen.sorted())
    }

    @Test(arguments: [
        "active=nothing", "active=-", "active-page=0", "active-page=-1", "active-page=999999", "active-page=9999999999999999999",
        "expired-page=1e308", "active=number&active=-number", "inspections-page=%2B5",
    ])
    func `an address typed by hand still shows the dashboard`(query: String) throws {
        #expect(try site.contractor().get("/dashboard?" + query).status == 200)
    }

    @Test func `a banner speaks of one's own inspections only`() throws {
        let id = try #require(try site.inspections("RES17-0150").first).id
        #expect(try site.contractor().get("/dashboard?requested=\(id)").banner?.contains("ADDRESSING") == true)
        #expect(try site.contractor(DemoSite.second).get("/dashboard?requested=\(id)").banner == nil)
        #expect(try site.contractor().get("/dashboard?cancelled=\(id)").banner == nil)
        #expect(try site.contractor().get("/dashboard?requested=999999&requested=x").banner == nil)
    }
}
