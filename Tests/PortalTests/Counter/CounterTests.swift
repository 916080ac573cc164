import Permitting
import Storage
import Testing

struct CounterTests {
    private let site: DemoSite
    private let clerk: Visitor

    init() throws {
        site = try DemoSite()
        clerk = try site.staff()
    }

    private func payFor(_ numbers: String...) throws {
        for number in numbers { try site.fillCart(number) }
        try site.pay(.approved)
    }

    private func issue(_ number: String, as visitor: Visitor) throws -> Answer {
        try visitor.post("/admin/permits/\(number)/issuance", [("csrf", visitor.token)])
    }

    @Test func `the queue has what is ready and paid, and not what is only paid`() throws {
        #expect(try clerk.get("/admin").text.contains("No permit is paid and waiting to be issued."))
        try payFor("RES16-0688", "RES17-0163")
        try clerk.get("/admin")
        #expect(
            clerk.answer.rows(in: "paid-issue") == [
                "RES16-0688 | 1968 E DODD RD | RESIDENTIAL | READY TO ISSUE | Issue RES16-0688"
            ])
        #expect(clerk.answer.text.contains("paid, issue 1 total record(s)"))
    }

    @Test func `issuing makes it active for its days, and the contractor may ask for inspections`() throws {
        try payFor("RES16-0688")
        try clerk.get("/admin")
        #expect(try clerk.submit("Issue RES16-0688").location == "/admin?issued=RES16-0688")
        #expect(try clerk.follow().banner == "RES16-0688 is ACTIVE, issued on Fri, Nov 20, 2026.")
        #expect(clerk.answer.text.contains("No permit is paid and waiting to be issued."))
        let permit = try site.permit("RES16-0688")
        #expect(
            permit.status.word == "ACTIVE" && permit.issuedOn?.rawValue == "2026-11-20"
                && permit.expiresOn?.rawValue == "2027-05-19")
        let row = try site.contractor().get("/dashboard").rows(in: "active-permits").first { $0.hasPrefix("RES16-0688") }
        #expect(row == "RES16-0688 | 1968 E DODD RD | RESIDENTIAL | ACTIVE | Request | $0.00")
    }

    @Test func `with a fee unpaid it is not issued`() throws {
        try clerk.get("/admin")
        let answer = try issue("RES16-0688", as: clerk)
        #expect(answer.status == 422 && answer.problems == ["RES16-0688 still has $1,023.98 due."])
        #expect(try site.permit("RES16-0688").status.word == "READY TO ISSUE")
    }

    @Test(arguments: [("RES17-0163", "SUBMITTED"), ("RES16-0304", "ACTIVE"), ("RES16-0601", "CANCELLED")])
    func `what is not ready is not issued`(number: String, status: String) throws {
        try clerk.get("/admin")
        let answer = try issue(number, as: clerk)
        #expect(answer.status == 422)
        #expect(answer.problems == ["\(number) is \(status): only a permit that is ready to issue can be issued."])
        #expect(try site.permit(number).status.word == status)
    }

    @Test func `issuing twice issues once`() throws {
        try payFor("RES16-0688")
        try clerk.get("/admin")
        let twin = try clerk.twin()
        #expect(try clerk.submit("Issue RES16-0688").status == 303)
        #expect(
            try twin.submit("Issue RES16-0688").problems == [
                "RES16-0688 is ACTIVE: only a permit that is ready to issue can be issued."
            ])
        #expect(try site.count("SELECT count(*) FROM events WHERE what = 'permit issued'") == 1)
    }

    @Test func `an inspector is assigned, and the contractor sees who comes`() throws {
        let id = try #require(try site.inspections("RES17-0150").first).id
        try clerk.get("/admin")
        #expect(
            clerk.answer.rows(in: "requested-inspections").first?.hasPrefix(
                "RES17-0150 | 34554 CLUETT LN | ADDRESSING | Mon, Nov 23, 2026 AM | NOT ASSIGNED |") == true)
        try clerk.submit("Assign", to: "/admin/inspections/\(id)/assignment") { form in
            try form.choose("Ira Inspector", in: "Inspector for RES17-0150 ADDRESSING")
        }
        #expect(try clerk.follow().banner == "Ira Inspector has ADDRESSING on Mon, Nov 23, 2026, AM.")
        let row = try site.contractor().get("/dashboard").rows(in: "active-inspections").first
        #expect(row == "RES17-0150 | PERMIT | IN REVIEW | 34554 CLUETT LN | ADDRESSING Inspector: Ira Inspector | 11/23/2026 AM")
    }

    @Test func `only an inspector of the office can be assigned`() throws {
        let id = try #require(try site.inspections("RES17-0150").first).id
        let clerkID = try #require(try site.read { try $0.staff.credentials(email: "clerk@example.com") }).member.id
        try clerk.get("/admin")
        for chosen in ["", "0", String(clerkID), "x", "999"] {
            let answer = try clerk.post("/admin/inspections/\(id)/assignment", [("csrf", clerk.token), ("inspector", chosen)])
            #expect(answer.status == 422 && answer.problems == ["Choose an inspector"])
        }
        #expect(try site.inspections("RES17-0150").first?.inspector == "")
    }

    @Test func `an inspection that was cancelled meanwhile is not assigned`() throws {
        let id = try #require(try site.inspections("RES17-0150").first).id
        try clerk.get("/admin")
        try site.write { try $0.inspections.cancel(id: id, on: AgencyDay(ordinal: 20_777)) }
        let answer = try clerk.submit("Assign") { try $0.choose("Ira Inspector", in: "inspector") }
        #expect(answer.problems == ["The inspection ADDRESSING is not scheduled any more."])
    }

    @Test(arguments: [
        ("clerk", true, true), ("administrator", true, true), ("inspector", false, true), ("reviewer", false, false),
        ("cashier", false, false),
    ])
    func `who may not issue or assign has no button for it, and is refused without one`(role: String, issues: Bool, assigns: Bool)
        throws
    {
        try payFor("RES16-0688")
        let id = try #require(try site.inspections("RES17-0150").first).id
        let visitor = try site.staff((role == "administrator" ? "admin" : role) + "@example.com")
        try visitor.get("/admin")
        #expect(visitor.answer.text.contains("Issue RES16-0688") == issues)
        let buttons = visitor.answer.forms.flatMap(\.buttons).map(\.label)
        #expect(buttons.contains("Assign") == assigns)
        let token = visitor.token
        if !issues { #expect(try visitor.post("/admin/permits/RES16-0688/issuance", [("csrf", token)]).status == 403) }
        if !assigns {
            #expect(try visitor.post("/admin/inspections/\(id)/assignment", [("csrf", token), ("inspector", "3")]).status == 403)
        }
        #expect(try site.permit("RES16-0688").status.word == "READY TO ISSUE")
        #expect(try site.inspections("RES17-0150").first?.inspector == "")
    }

    @Test func `banners speak of what is, whatever the address says`() throws {
        for query in ["issued=RES16-0688", "issued=x", "assigned=1e9", "assigned=9999999999999999999", "issued=", "assigned=-1"] {
            #expect(try clerk.get("/admin?" + query).banner == nil, "\(query)")
        }
    }
}
