import Storage
import Testing

/// The office helps a company that cannot get in.
struct AccountTests {
    private let site: DemoSite
    private let clerk: Visitor
    private let second: Int

    init() throws {
        site = try DemoSite()
        clerk = try site.staff()
        second = try site.credentials(DemoSite.second).id
    }

    private func lock() throws {
        let visitor = try site.visitor()
        for _ in 0..<10 { try visitor.signIn("SECOND STREET BUILDERS", "wrong1") }
    }

    private func signIn(_ password: String = DemoSite.password) throws -> String? {
        try site.visitor().signIn("SECOND STREET BUILDERS", password).location
    }

    private func search(_ text: String) throws -> [String] {
        try clerk.get("/admin/accounts")
        try clerk.submit("SEARCH") { try $0.type(text, in: "Company name or licence number") }
        return clerk.answer.rows(in: "accounts")
    }

    @Test func `a company is found by how its name or licence begins`() throws {
        try clerk.get("/admin")
        #expect(try clerk.click("Accounts").heading == "Accounts")
        let row = "SECOND STREET BUILDERS | AEC0207"
        for text in ["second", "SECOND STREET B", "aec0207", "AEC02", " Sec "] { #expect(try search(text) == [row], "\(text)") }
        #expect(try search("aec0").count == 2)
        for text in ["STREET", "AEC0207X", "%", "_", "'", "  "] { #expect(try search(text) == [], "\(text)") }
        try search("second")
        #expect(try clerk.click("SECOND STREET BUILDERS").heading == "SECOND STREET BUILDERS")
    }

    @Test func `a locked account shows until when, and UNLOCK opens it at once, with a record of who did`() throws {
        try lock()
        #expect(try signIn() == nil)
        try clerk.get("/admin/accounts/\(second)")
        #expect(
            clerk.answer.facts["Account"] == "LOCKED until 10:30 AM" && clerk.answer.facts["Wrong passwords in a row"] == "10")
        try clerk.submit("UNLOCK")
        #expect(try clerk.follow().banner == "The account is open. The company can sign in at once.")
        #expect(clerk.answer.facts["Account"] == "OPEN")
        #expect(clerk.answer.forms.allSatisfy { form in form.buttons.allSatisfy { $0.label != "UNLOCK" } })
        #expect(try signIn() == "/dashboard")
        #expect(
            try site.count(
                """
                SELECT count(*) FROM events JOIN staff ON staff.id = staff_id
                WHERE what = 'account unlocked' AND email = 'clerk@example.com' AND detail = 'SECOND STREET BUILDERS (AEC0207)'
                """) == 1)
    }

    @Test func `END SESSIONS signs the company out everywhere`() throws {
        let (desk, phone, other) = (
            try site.contractor(DemoSite.second), try site.contractor(DemoSite.second), try site.contractor()
        )
        try clerk.get("/admin/accounts/\(second)")
        #expect(clerk.answer.rows(in: "sessions").count == 2)
        try clerk.submit("END SESSIONS")
        #expect(try clerk.follow().banner == "All sessions of the company have ended.")
        #expect(clerk.answer.text.contains("Nobody is signed in."))
        for visitor in [desk, phone] { #expect(try visitor.get("/dashboard").status == 303) }
        #expect(try other.get("/dashboard").status == 200)
        #expect(try site.count("SELECT count(*) FROM events WHERE what = 'sessions ended' AND staff_id IS NOT NULL") == 1)
    }

    @Test func `a new PIN stands on the page once, ends the password and opens the account`() throws {
        try lock()
        let desk = try site.contractor(DemoSite.second)
        try clerk.get("/admin/accounts/\(second)")
        let answer = try clerk.submit("ISSUE A NEW PIN")
        #expect(answer.status == 200 && answer.response.headers["Cache-Control"] == "no-store")
        let pin = try #require(answer.text.firstMatch(of: #/The new PIN is ([0-9]{6})/#)?.1)
        #expect(answer.facts["Signs in with"] == "A PIN, until it sets a password" && answer.facts["Account"] == "OPEN")
        #expect(try !clerk.get("/admin/accounts/\(second)").text.contains(pin))
        #expect(try desk.get("/dashboard").status == 303)
        #expect(try signIn() == nil)
        #expect(try signIn(String(pin)) == "/first-login")
        #expect(try site.count("SELECT count(*) FROM events WHERE what = 'PIN issued' AND staff_id IS NOT NULL") == 1)
    }

    @Test func `a company without any login is told as such, and an account that is not there is not found`() throws {
        let id = try site.write {
            try $0.contractors.insert(.init(id: 0, companyName: "IMPORTED & SONS LLC", license: ""))
        }
        try clerk.get("/admin/accounts/\(id)")
        #expect(clerk.answer.heading == "IMPORTED & SONS LLC")
        #expect(clerk.answer.facts["Signs in with"] == "Nothing: no PIN was issued yet")
        #expect(clerk.answer.facts["Licence"] == "None on file")
        for wrong in ["9999", "0", "-1", "x"] { #expect(try clerk.get("/admin/accounts/\(wrong)").status == 404) }
    }

    @Test func `the menu names the page to those who may open it`() throws {
        for (email, may) in [("clerk", true), ("admin", true), ("reviewer", false), ("inspector", false), ("cashier", false)] {
            let member = try site.staff(email + "@example.com")
            try member.get("/admin")
            #expect(member.answer.links.contains { $0.text == "Accounts" } == may, "\(email)")
        }
    }
}
