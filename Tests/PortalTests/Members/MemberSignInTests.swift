import Permitting
import Storage
import Testing

/// Signing in with an address of one's own.
struct MemberSignInTests {
    private static let email = "pat@example.com"

    private let site: DemoSite
    private let visitor: Visitor
    private let pat: Int

    init() throws {
        site = try DemoSite()
        visitor = try site.visitor()
        pat = try site.addMember("Pat Plumber", Self.email)
    }

    private func member() throws -> Member { try #require(try site.read { try $0.members.find(id: pat) }) }

    @Test func `the page and the ribbon ask for an address beside the list`() throws {
        #expect(try visitor.signIn(email: Self.email).location == "/dashboard")
        let other = try site.visitor()
        try other.get("/login?next=/profile")
        #expect(
            try other.submit("LOGIN") { form in
                try form.type(Self.email, in: "Email")
                try form.type(DemoSite.password, in: "Password")
            }.location == "/profile")
        #expect(try member().signedInAt == site.clock.now)
    }

    @Test func `the company's own login goes on besides`() throws {
        #expect(try visitor.signIn("SECOND STREET BUILDERS", DemoSite.password).location == "/dashboard")
        #expect(try visitor.follow().text.contains("LOGGED IN AS: SECOND STREET BUILDERS"))
        #expect(try site.visitor().signIn(DemoSite.pin).location == "/first-login")
    }

    @Test func `a member's password does not open the shared login, nor the shared one a member's`() throws {
        try site.addMember("Bea", "bea@example.com", of: DemoSite.second, password: "Ledger1968")
        #expect(try visitor.signIn("SECOND STREET BUILDERS", "Ledger1968").status == 422)
        #expect(try visitor.signIn(email: "bea@example.com", DemoSite.password).status == 422)
        #expect(try visitor.signIn(email: "bea@example.com", "Ledger1968").location == "/dashboard")
    }

    @Test func `somebody invited who has not come cannot sign in`() throws {
        try site.addMember("Ida Invited", "ida@example.com", password: nil)
        for password in ["", " ", DemoSite.password] {
            #expect(try visitor.signIn(email: "ida@example.com", password).status == 422)
        }
    }

    @Test func `ten wrong passwords lock the login for thirty minutes, then for sixty, and nobody else's`() throws {
        for minutes in [30, 60] {
            for _ in 0..<10 { #expect(try visitor.signIn(email: Self.email, "Wrong1968").status == 422) }
            #expect(try visitor.signIn(email: Self.email).status == 422)
            site.clock.advance(minutes: minutes - 1)
            #expect(try visitor.signIn(email: Self.email).status == 422)
            site.clock.advance(minutes: 1)
        }
        try site.addMember("Bea", "bea@example.com")
        #expect(try site.visitor().signIn(email: "bea@example.com").location == "/dashboard")
        #expect(try site.visitor().signIn(DemoSite.pin).location == "/first-login")
        #expect(try visitor.signIn(email: Self.email).location == "/dashboard")
        #expect(try member().failures == 0)
    }

    @Test func `the office sees a locked login and opens it`() throws {
        for _ in 0..<10 { try visitor.signIn(email: Self.email, "Wrong1968") }
        let clerk = try site.staff()
        let page = try clerk.get("/admin/accounts/\(try site.credentials(DemoSite.rich).id)")
        #expect(
            page.rows(in: "people") == [
                "Pat Plumber | pat@example.com | Fri, Nov 20, 2026, 10:00 AM |  | LOCKED until 10:30 AM UNLOCK"
            ])
        try clerk.submit("UNLOCK", to: "/admin/members/\(pat)/unlocking")
        #expect(try clerk.follow().banner == "The login is open. Its owner can sign in at once.")
        #expect(try visitor.signIn(email: Self.email).location == "/dashboard")
    }

    @Test func `an unknown address is answered as a known one, wrong, locked or only invited`() throws {
        try site.addMember("Ida Invited", "ida@example.com", password: nil)
        func guess(_ email: String, _ password: String = "Wrong1968") throws -> [String] {
            let answer = try visitor.signIn(email: email, password)
            return [String(answer.status), answer.body.replacing(email, with: "EMAIL").replacing(visitor.token, with: "TOKEN")]
                + answer.response.headers.values(of: "Set-Cookie")
        }
        let unknown = try guess("nob@example.com").first
        var said = Set([unknown])
        var lengths: Set<Int> = []
        for email in ["nob@example.com", Self.email, "ida@example.com"] {
            let answer = try guess(email)
            said.insert(answer[0])
            lengths.insert(visitor.answer.body.replacing(email, with: "EMAIL").utf8.count)
            #expect(visitor.answer.problems.first?.contains("the login waits") == true)
        }
        for _ in 0..<10 { _ = try guess(Self.email) }
        #expect(try member().lockedUntil != nil)
        said.insert(try guess(Self.email, DemoSite.password)[0])
        lengths.insert(visitor.answer.body.replacing(Self.email, with: "EMAIL").utf8.count)
        #expect(said == ["422"] && lengths.count == 1)
    }

    @Test func `where companies are typed, the same field takes the address, and nothing tells who has one`() throws {
        let site = try DemoSite { $0.replacing("\"listsCompanies\": true", with: "\"listsCompanies\": false") }
        let visitor = try site.visitor()
        try site.addMember("Pat Plumber", Self.email)
        func guess(_ company: String, _ password: String = "Wrong1968x") throws -> Answer {
            try visitor.get("/login")
            return try visitor.submit("LOGIN") { form in
                try form.type(company, in: "Company")
                try form.type(password, in: "Password")
            }
        }
        let unknown = try guess("nob@example.com")
        let known = try guess(Self.email)
        #expect(unknown.status == known.status && unknown.problems == known.problems)
        #expect(unknown.body.utf8.count - "nob@example.com".utf8.count == known.body.utf8.count - Self.email.utf8.count)
        for _ in 0..<9 { _ = try guess(Self.email) }
        #expect(try guess(Self.email, DemoSite.password).problems == unknown.problems)
        site.clock.advance(minutes: 30)
        #expect(try guess(Self.email, DemoSite.password).location == "/dashboard")
        #expect(try visitor.get("/dashboard").text.contains("LOGGED IN AS: RICH CONTRACTOR (Pat Plumber)"))
    }

    @Test func `what is no address is told`() throws {
        let answer = try visitor.signIn(email: "pat", DemoSite.password)
        #expect(answer.status == 422 && answer.problems == ["Enter an email address, like name@example.com"])
    }

    @Test func `thirty wrong ones from one client are the most, as for companies`() throws {
        for number in 0..<30 { #expect(try visitor.signIn(email: "p\(number)@example.com", "Wrong1968").status == 422) }
        #expect(try visitor.signIn(email: "p@example.com", "Wrong1968").status == 429)
    }

    @Test func `who works for several companies chooses one after the password, and changes it later`() throws {
        try site.addMember("Bea at Second", "bea@example.com", of: DemoSite.second)
        try site.addMember("Bea at Rich", "bea@example.com")
        #expect(try visitor.signIn(email: "bea@example.com").location == "/profile/companies?next=%2Fdashboard")
        #expect(try visitor.follow().heading == "For which company?")
        let before = visitor.cookies["session"]
        let answer = try visitor.submit("CONTINUE") { try $0.pick("RICH CONTRACTOR") }
        #expect(answer.location == "/dashboard" && visitor.cookies["session"] != before)
        #expect(try visitor.follow().text.contains("LOGGED IN AS: RICH CONTRACTOR (Bea at Rich)"))
        try visitor.get("/profile")
        #expect(try visitor.click("Change company").heading == "For which company?")
        // The session that was left has ended.
        let old = try site.visitor()
        old.cookies["session"] = before
        #expect(try old.get("/dashboard").status == 303)
    }

    @Test func `who chooses the company from the list is not asked again`() throws {
        try site.addMember("Bea at Second", "bea@example.com", of: DemoSite.second)
        try site.addMember("Bea at Rich", "bea@example.com")
        try visitor.get("/")
        let answer = try visitor.submit("LOGIN") { form in
            try form.choose("RICH CONTRACTOR", in: "Company")
            try form.type("bea@example.com", in: "or your own email")
            try form.type(DemoSite.password, in: "Password")
        }
        #expect(answer.location == "/dashboard")
        #expect(try visitor.follow().text.contains("LOGGED IN AS: RICH CONTRACTOR (Bea at Rich)"))
    }

    @Test func `nobody changes to a company they do not work for`() throws {
        let other = try site.addMember("Bea", "bea@example.com", of: DemoSite.second)
        try visitor.signIn(email: Self.email)
        try visitor.get("/profile/companies")
        let fields = [("csrf", visitor.token), ("member", String(other))]
        #expect(try visitor.post("/profile/companies", fields).problems == ["Choose a company"])
        #expect(try visitor.get("/dashboard").text.contains("RICH CONTRACTOR (Pat Plumber)"))
        let foreign = [("csrf", visitor.token), ("member", String(pat)), ("next", "//evil.example")]
        #expect(try visitor.post("/profile/companies", foreign).location == "/dashboard")
    }
}
