import Permitting
import SQLite
import Testing

@testable import Storage

/// "Link To Permits", and the ways a link ends.
struct PermitLinkTests {
    private let site: DemoSite
    private let visitor: Visitor
    private let user: Int

    init() throws {
        site = try DemoSite { $0.replacing("\"publicAccounts\": \"view\"", with: "\"publicAccounts\": \"asContractor\"") }
        user = try site.addPublicUser()
        visitor = try site.publicVisitor()
    }

    @discardableResult
    private func link(_ number: String, by visitor: Visitor? = nil) throws -> Answer {
        let visitor = visitor ?? self.visitor
        try visitor.get("/permits/link")
        return try visitor.submit("LINK") { try $0.type(number, in: "Permit Number") }
    }

    private func linked() throws -> [String] {
        try site.read { try $0.permits.linked(by: user, limit: 100, offset: 0) }.map(\.number.rawValue)
    }

    private func events(_ what: String) throws -> Int {
        try site.count(
            what == "linked"
                ? "SELECT count(*) FROM events WHERE what = 'permit linked'"
                : "SELECT count(*) FROM events WHERE what = 'permit unlinked'")
    }

    private func unlink(_ number: String, of user: Int? = nil, by visitor: Visitor) throws -> Int {
        try visitor.get("/contact")
        return try visitor.post("/permits/\(number)/links/\(user ?? self.user)/removal", [("csrf", visitor.token)]).status
    }

    @Test func `an empty dashboard leads there, and a linked permit stands on it`() throws {
        try visitor.get("/dashboard")
        #expect(visitor.answer.text.contains("No permit stands here yet."))
        try visitor.click("Link To Permits")
        #expect(visitor.answer.heading == "Link To Permits")
        #expect(try link("RES16-0304").location == "/dashboard?linked=RES16-0304")
        #expect(try visitor.follow().banner == "Permit RES16-0304 is linked: it stands on your dashboard.")
        #expect(visitor.answer.rows(in: "active-permits").first?.hasPrefix("RES16-0304 | 1502 E FALLVIEW DR") == true)
        #expect(!visitor.answer.text.contains("No permit stands here yet."))
        #expect(visitor.answer.links.contains { $0.text == "Request" })
        #expect(try events("linked") == 1)
    }

    @Test(arguments: [
        "RES16-0304", "res16-0304", "res 16 0304", "RES160304", "Res16\u{2013}0304", " RES16 - 0304 ", "RES16\u{A0}0304",
    ])
    func `letter case, spaces and dashes are forgiven`(typed: String) throws {
        #expect(try link(typed).location == "/dashboard?linked=RES16-0304")
        #expect(try linked() == ["RES16-0304"])
    }

    @Test(arguments: [
        ("", "Type the whole permit number"),
        ("RES16-030", "There is no permit with this number. Type all of it, as it stands on the permit"),
        ("RES16%", "There is no permit with this number. Type all of it, as it stands on the permit"),
        ("---", "There is no permit with this number. Type all of it, as it stands on the permit"),
    ])
    func `a number that nobody has is told, and comes back as typed`(typed: String, reason: String) throws {
        let answer = try link(typed)
        #expect(answer.status == 422 && answer.problems == [reason])
        #expect(answer.forms.first { $0.action == "/permits/link" }?["Permit Number"]?.value == typed)
        #expect(try linked().isEmpty && events("linked") == 0)
    }

    @Test func `where two numbers are written alike the dashes decide`() throws {
        let (number, status) = (try #require(PermitNumber(rawValue: "RES1-60304")), site.agency.statuses.status("ACTIVE"))
        try site.write {
            _ = try $0.permits.insert(Permit(id: 0, number: number, type: "RESIDENTIAL", status: status), contractors: [])
        }
        #expect(
            try link("res160304").problems == [
                "Several numbers are written so: RES1-60304, RES16-0304. Type the dashes and spaces too"
            ])
        #expect(try link("RES16-0304").status == 303)
        #expect(try linked() == ["RES16-0304"])
    }

    @Test func `linked twice is done, and the company on the permit is told once`() throws {
        for _ in 0..<2 { #expect(try link("RES16-0304").status == 303) }
        #expect(try linked() == ["RES16-0304"] && events("linked") == 1)
        let (mail, permit) = (try #require(try site.mails(.permitLinked).first), try site.permit("RES16-0304").id)
        #expect(try site.mails(.permitLinked).count == 1)
        #expect(mail.recipient.address.rawValue == "contractor@example.com" && mail.permit == permit)
        #expect(mail.body.contains("Pat Homeowner linked permit RES16-0304 to a public account"))
        #expect(mail.body.contains("http://localhost:8080/permits/RES16-0304"))
        #expect(!mail.body.contains("pat@example.com") && !mail.body.contains("208-555-0177"))
    }

    @Test func `thirty numbers can be tried, then one each two minutes`() throws {
        for _ in 0..<30 { #expect(try link("NOTHING").status == 422) }
        let answer = try link("RES16-0304")
        #expect(answer.status == 429 && answer.problems == ["You tried too many numbers. Wait 2 minutes, then try again"])
        #expect(try linked().isEmpty)
        site.clock.advance(minutes: 2)
        #expect(try link("RES16-0304").status == 303)
    }

    @Test func `the user takes it off himself, with what he had in the cart`() throws {
        try link("RES16-0688")
        try visitor.get("/permits/RES16-0688/fees")
        try visitor.submit("PAY FEES")
        #expect(try site.count("SELECT count(*) FROM cart_records") == 1)
        try visitor.get("/permits/link")
        #expect(visitor.answer.rows(in: "linked").first?.hasPrefix("RES16-0688 |") == true)
        #expect(try visitor.submit("Unlink").location == "/permits/link?unlinked=yes")
        #expect(try visitor.follow().banner == "The permit is not linked any more.")
        #expect(try linked().isEmpty && events("unlinked") == 1)
        #expect(try site.count("SELECT count(*) FROM cart_records") == 0)
        #expect(try site.mails(.permitUnlinked).isEmpty)
        #expect(try visitor.get("/permits/RES16-0688/fees").status == 403)
        #expect(try unlink("RES16-0688", by: visitor) == 303)
        #expect(try events("unlinked") == 1)
    }

    @Test func `a company on the permit sees who linked it, by name, and can unlink`() throws {
        try link("RES16-0304")
        let company = try site.contractor()
        let page = try company.get("/permits/RES16-0304")
        #expect(page.rows(in: "linked-users") == ["Pat Homeowner | Unlink"])
        #expect(!page.body.contains("pat@example.com") && !page.body.contains("208-555-0177"))
        #expect(try company.submit("Unlink").location == "/permits/RES16-0304?unlinked=yes")
        #expect(try company.follow().banner == "The permit is unlinked, and its former user is told by mail.")
        #expect(company.answer.page.first(id: "linked-users") == nil)
        let mail = try #require(try site.mails(.permitUnlinked).first)
        #expect(mail.recipient.address.rawValue == "pat@example.com")
        #expect(mail.body.contains("RICH CONTRACTOR took permit RES16-0304 off your dashboard"))
        #expect(try visitor.get("/dashboard").rows(in: "active-permits").isEmpty)
        #expect(
            try site.count(
                "SELECT count(*) FROM events WHERE what = 'permit unlinked' AND detail = 'Pat Homeowner' AND contractor_id IS NOT NULL"
            ) == 1)
    }

    @Test func `nobody else sees or ends a link`() throws {
        try link("RES16-0304")
        let other = try site.addPublicUser("Mallory Stranger", email: "mallory@example.com", linking: ["RES16-0304"])
        let strangers = [
            try site.contractor(DemoSite.second), try site.publicVisitor("mallory@example.com"), try site.visitor(),
            try site.staff("reviewer@example.com"),
        ]
        for (index, stranger) in strangers.enumerated() {
            #expect([403, 303].contains(try unlink("RES16-0304", by: stranger)), "\(index)")
            #expect(stranger.answer.location.map { $0.hasPrefix("/login?next=") } ?? true)
        }
        for stranger in strangers.prefix(3) + [visitor] {
            #expect(try stranger.get("/permits/RES16-0304").page.first(id: "linked-users") == nil)
        }
        #expect(try unlink("RES16-0304", of: other, by: visitor) == 403)
        #expect(try linked() == ["RES16-0304"])
        let office = try site.staff("reviewer@example.com").get("/permits/RES16-0304")
        #expect(office.rows(in: "linked-users") == ["Mallory Stranger", "Pat Homeowner"])
        #expect(try unlink("RES16-0304", by: try site.staff()) == 303)
        #expect(try site.mails(.permitUnlinked).first?.body.hasPrefix("Pat Homeowner:\n\nThe office took permit") == true)
    }

    @Test func `what the office put on a dashboard is not a link`() throws {
        let (permit, user) = (try site.permit("RES16-0304").id, user)
        try site.write { try $0.permits.link(permit: permit, contractor: user) }
        #expect(try visitor.get("/permits/link").rows(in: "linked").isEmpty)
        #expect(try unlink("RES16-0304", by: visitor) == 303)
        #expect(try visitor.get("/dashboard").rows(in: "active-permits").count == 1)
        #expect(try events("unlinked") == 0)
    }

    @Test func `whoever links a permit learns nobody's telephone or address`() throws {
        try link("RES16-0304")
        try link("RES17-0150")
        let inspection = try #require(try site.inspections("RES17-0150").first)
        try site.write { records in
            try records.connection.run("UPDATE inspections SET notes = 'Call 208-555-0142', phone = '208-555-0142'")
        }
        let contacts = try visitor.get("/permits/RES16-0304/contacts")
        #expect(contacts.rows(in: "contacts").contains("RICH CONTRACTOR | CONTRACTOR"))
        for page in ["/contacts", "", "/inspections", "/attachments"].map({ "/permits/RES17-0150" + $0 }) + [
            "/inspections/\(inspection.id)"
        ] {
            let body = try visitor.get(page).body
            #expect(
                visitor.answer.status == 200 && !body.contains("208-555-0") && !body.contains("contractor@example.com"), "\(page)"
            )
        }
        #expect(try site.contractor().get("/inspections/\(inspection.id)").text.contains("Call 208-555-0142"))
    }

    @Test func `he cancels what he asked for himself, and nothing else`() throws {
        try link("RES16-0304")
        try link("RES17-0150")
        let others = try #require(try site.inspections("RES17-0150").first { $0.state == .requested })
        #expect(
            try visitor.get("/inspections/\(others.id)").text.contains("Only who asked for this inspection can cancel it here."))
        #expect(try visitor.post("/inspections/\(others.id)/cancellation", [("csrf", visitor.token)]).status == 403)
        #expect(try site.inspections("RES17-0150").first { $0.id == others.id }?.state == .requested)

        let (permit, id, day, now) = (try site.permit("RES16-0304").id, user, others.day, site.clock.now)
        let own = try site.write { records in
            let contact = InspectionStore.Contact(
                name: "Pat", phone: "208-555-0177", email: "pat@example.com", siteAddress: "", notes: "Ring 208-555-0177")
            return try records.inspections.insert(
                permit: permit, type: "FRAMING", day: day, slot: "PM", contact: contact, contractor: id, at: now)
        }
        #expect(try !site.contractor().get("/inspections/\(own)").body.contains("208-555-0177"))
        #expect(try visitor.get("/inspections/\(own)").text.contains("Ring 208-555-0177"))
        #expect(try visitor.post("/inspections/\(own)/cancellation", [("csrf", visitor.token)]).status == 303)
        #expect(try site.inspections("RES16-0304").first { $0.id == own }?.state == .cancelled)
    }
}
