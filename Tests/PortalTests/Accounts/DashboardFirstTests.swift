import Credentials
import Permitting
import Storage
import Testing

/// "After initial log-in you will want to change your password" (Hemet guide): a first password that opens the dashboard.
struct DashboardFirstTests {
    private static let issued: [FirstPassword] = [.pin, .registrationCode]
    private static let advice = "is still your password. Set one of your own under VIEW/EDIT PROFILE"
    private static let password = "Gables2Build"

    private static func site(_ first: FirstPassword = .registrationCode, remembers: Bool = false) throws -> DemoSite {
        try DemoSite.office(first, then: .dashboard) {
            $0.replacing("\"rememberMe\": false", with: "\"rememberMe\": \(remembers)")
        }
    }

    private func signIn(_ site: DemoSite, _ password: String = DemoSite.pin) throws -> Visitor {
        let visitor = try site.visitor()
        try visitor.signIn(password)
        return visitor
    }

    private func change(
        _ visitor: Visitor, from current: String = DemoSite.pin, to password: String = password
    ) throws -> Answer {
        try visitor.get("/profile")
        return try visitor.submit("SAVE") { form in
            try form.type(current, in: "Current Password")
            for label in ["Password", "Confirm Password"] { try form.type(password, in: label) }
        }
    }

    @Test(arguments: issued) func `it opens the dashboard, which says at each visit to change it`(first: FirstPassword) throws {
        let site = try Self.site(first)
        let visitor = try signIn(site)
        #expect(visitor.answer.location == "/dashboard")
        let name = first == .pin ? "PIN" : "registration code"
        for address in ["/dashboard", "/dashboard?active=-number", "/dashboard"] {
            let answer = try visitor.get(address)
            #expect(answer.heading == "Hello RICH CONTRACTOR." && answer.text.contains("Your \(name) \(Self.advice)"))
        }
        let link = visitor.answer.page.all(class: "notice").flatMap { $0.all("a") }.first
        #expect(link?.text == "VIEW/EDIT PROFILE" && link?.attributes["href"] == "/profile")
        #expect(try visitor.get("/profile").text.contains("As long as you have set none: your \(name)."))
        #expect(try visitor.get("/first-login").status == 403)
        #expect(try signIn(site).answer.location == "/dashboard")
    }

    @Test(arguments: issued) func `a password set in the profile ends it, and the notice`(first: FirstPassword) throws {
        let site = try Self.site(first)
        let (visitor, other) = (try signIn(site), try signIn(site))
        #expect(try change(visitor).status == 303)
        #expect(try !visitor.get("/dashboard").text.contains("still your password"))
        #expect(try !visitor.get("/profile").text.contains("As long as you have set none"))
        #expect(try other.get("/dashboard").status == 303)
        #expect(try signIn(site).answer.status == 422)
        #expect(try signIn(site, Self.password).answer.location == "/dashboard")
        let kept = try site.credentials(DemoSite.rich)
        #expect(kept.firstPasswordHash == nil && kept.passwordHash?.hasPrefix("$y$") == true)
    }

    @Test func `the first password is the current one, and cannot be the new one`() throws {
        let site = try DemoSite.office(.registrationCode, then: .dashboard)
        let code = "tablegarden58"
        let id = try site.credentials(DemoSite.rich).id
        let hash = try PasswordHash.hash(code, cost: 1)
        try site.write { try $0.contractors.setFirstPassword(hash, contractor: id) }
        let visitor = try signIn(site, code)
        #expect(try change(visitor, from: "tablegarden59").problems == ["This is not your current password"])
        #expect(try change(visitor, from: "").problems == ["Type your current password to set a new one"])
        #expect(
            try change(visitor, from: code, to: code).problems == [
                "The registration code cannot be your password; choose another"
            ])
        #expect(try site.credentials(DemoSite.rich).passwordHash == nil)
        #expect(try signIn(site, code).answer.location == "/dashboard")
    }

    @Test(arguments: issued) func `the first sign-in is told to the address on file once`(first: FirstPassword) throws {
        let site = try Self.site(first)
        _ = try signIn(site, "999999")
        #expect(try site.hasNoMail())
        let visitor = try signIn(site)
        for _ in 0..<2 { _ = try signIn(site) }
        let mail = try #require(try site.outbox().first).message
        #expect(try site.outbox().count == 1)
        #expect(mail.kind == .firstSignIn && mail.recipient.address.rawValue == "contractor@example.com")
        #expect(mail.subject == "Your account was used for the first time – Kootenai County")
        #expect(mail.body.contains("for the first time, with its \(first == .pin ? "PIN" : "registration code")."))
        #expect(!mail.body.contains(DemoSite.pin))
        _ = try change(visitor)
        _ = try signIn(site, Self.password)
        #expect(try site.outbox().map(\.message.kind) == [.firstSignIn, .passwordChanged])
    }

    @Test func `many who come at once are told of once`() throws {
        let site = try Self.site()
        let answers = Rush.run(8) { _ in
            let visitor = try site.visitor()
            try visitor.get("/login")
            return visitor
        } act: { visitor in
            try visitor.submit("LOGIN") { form in
                try form.choose("RICH CONTRACTOR", in: "Company")
                try form.type(DemoSite.pin, in: "Password")
            }.location
        }
        #expect(answers.count == 8 && answers.allSatisfy { $0 == "/dashboard" })
        #expect(try site.outbox().count == 1)
    }

    @Test func `another code is told anew, and a company without an address comes in all the same`() throws {
        let site = try Self.site()
        _ = try signIn(site)
        try site.database.prepare(for: site.agency)
        let issued = try site.enrollment.issuePIN(license: DemoSite.rich)
        #expect(issued.name == "registration code")
        #expect(try signIn(site).answer.status == 422)
        #expect(try signIn(site, issued.pin).answer.location == "/dashboard")
        #expect(try site.outbox().count == 2)
        try site.addCompany("NO MAIL INC", license: "NM1")
        let other = try site.enrollment.issuePIN(license: "NM1")
        #expect(try site.visitor().signIn("NO MAIL INC", other.pin).location == "/dashboard")
        #expect(try site.outbox().count == 2)
    }

    @Test func `ten wrong ones lock the account, and it opens after thirty minutes`() throws {
        let site = try Self.site(.pin)
        for _ in 0..<10 { #expect(try signIn(site, "440118").answer.status == 422) }
        #expect(try signIn(site).answer.problems.first?.contains("This account opens again at 10:30 AM") == true)
        site.clock.advance(minutes: 30)
        #expect(try signIn(site).answer.location == "/dashboard")
    }

    @Test func `whoever ticks Remember Me with a registration code is remembered, also past a new password`() throws {
        let site = try Self.site(remembers: true)
        let visitor = try site.visitor()
        try visitor.get("/")
        try visitor.submit("LOGIN") { form in
            try form.choose("RICH CONTRACTOR", in: "Company")
            try form.type(DemoSite.pin, in: "Password")
            try form.tick("yes", true)
        }
        func age() -> Bool { visitor.answer.response.headers["Set-Cookie"]?.contains("; Max-Age=2592000;") == true }
        #expect(visitor.answer.location == "/dashboard" && age())
        site.clock.advance(minutes: 13 * 1_440)
        #expect(try visitor.get("/dashboard").status == 200)
        #expect(try change(visitor).status == 303 && age())
        site.clock.advance(minutes: 13 * 1_440)
        #expect(try visitor.get("/dashboard").status == 200)
    }

    @Test func `the office and the sign-in page call it by its name`() throws {
        let site = try Self.site()
        let visitor = try site.visitor()
        #expect(try visitor.get("/login").text.contains("The first time, your registration code."))
        try visitor.signIn("440118")
        #expect(
            visitor.answer.problems.first?.contains(
                "A registration code works only until you have set a password; without either, call the office at 208-446-1040.")
                == true)
        let clerk = try site.staff()
        try clerk.get("/admin/accounts/\(try site.credentials(DemoSite.rich).id)")
        #expect(clerk.answer.facts["Signs in with"] == "A registration code, until it sets a password")
        #expect(!clerk.answer.text.contains("PIN"))
        let answer = try clerk.submit("ISSUE A NEW REGISTRATION CODE")
        let code = try #require(answer.text.firstMatch(of: #/The new registration code is ([0-9]{6})/#)?.1)
        #expect(try signIn(site, String(code)).answer.location == "/dashboard")
        #expect(try site.count("SELECT count(*) FROM events WHERE what = 'registration code issued'") == 1)
    }
}
