import Permitting
import Portal
import Storage
import Testing

/// "Select ‘Forgot Password’ … Retrieve email(s) … and select ‘Reset Password’ link" (Aurora guide): no first password but by mail.
struct ResetLinkFirstTests {
    private static let fox = "FOX VALLEY ELECTRIC"
    private static let password = "Gables2Build"

    private let site: DemoSite
    private let visitor: Visitor

    init() throws {
        site = try DemoSite.office(.resetLink, then: nil) {
            $0.replacing("\"Contractor\"", with: "\"Contractor / Developer / Design Professional\"")
        }
        for license in ["EL-2020-0031", "EL-2018-0007"] {
            try site.addCompany(Self.fox, license: license, phone: "331-555-0142", email: "office@example.com")
        }
        visitor = try site.visitor()
    }

    private func listed() throws -> [String] {
        try site.visitor().get("/login").forms.first { $0.action == "/login" }?["Company"]?.options.map(\.label) ?? []
    }

    private func link() throws -> String {
        try visitor.get("/")
        try visitor.click("Forgot Password")
        try visitor.submit("RESET PASSWORD") { form in
            try form.choose("CONTRACTOR / DEVELOPER / DESIGN PROFESSIONAL", in: "Account type")
            try form.type("office@example.com", in: "Email")
        }
        #expect(visitor.answer.facts["Account type"] == "CONTRACTOR / DEVELOPER / DESIGN PROFESSIONAL")
        try visitor.submit("CONTINUE")
        let entry = try #require(try site.outbox().first)
        #expect(try site.outbox().count == 1)
        #expect(entry.message.body.contains("- \(Self.fox) (EL-2018-0007)\n- \(Self.fox) (EL-2020-0031)"))
        #expect(!entry.message.body.contains("Not set up yet"))
        let base = try #require(BaseAddress(DemoSite.address))
        let mail = try #require(try LinkSeal(database: site.database) { base }.seal(entry.message, at: site.clock.now))
        return String(try #require(mail.body.firstMatch(of: #//reset-password/\S+/#)).0)
    }

    @Test func `two accounts under one address have one mail, one link and one new password, and are told apart by licence`()
        throws
    {
        #expect(try listed() == ["Choose your company", "SECOND STREET BUILDERS"])
        try visitor.get(try link())
        let boxes = visitor.answer.forms.flatMap(\.controls).filter { $0.name == "account" }
        #expect(boxes.count == 2 && boxes.allSatisfy(\.isSent))
        try visitor.submit("RESET PASSWORD") { form in
            for label in ["Password", "Confirm Password"] { try form.type(Self.password, in: label) }
        }
        #expect(try visitor.follow().banner == "Your new password is set. Sign in with it.")
        let labels = ["\(Self.fox) (EL-2018-0007)", "\(Self.fox) (EL-2020-0031)"]
        #expect(try listed() == ["Choose your company"] + labels + ["SECOND STREET BUILDERS"])
        for label in labels {
            let visitor = try site.visitor()
            #expect(try visitor.signIn(label, Self.password).location == "/dashboard")
            #expect(try visitor.follow().heading == "Hello \(Self.fox)." && !visitor.answer.text.contains("still your password"))
        }
        #expect(try site.outbox().map(\.message.kind) == [.passwordReset, .passwordChanged])
    }

    @Test func `one that is left out stays without a password`() throws {
        try visitor.get(try link())
        let box = try #require(visitor.answer.forms.flatMap(\.controls).first { $0.name == "account" })
        try visitor.submit("RESET PASSWORD") { form in
            try form.tick(box.value, false)
            for label in ["Password", "Confirm Password"] { try form.type(Self.password, in: label) }
        }
        #expect(try site.credentials("EL-2018-0007").passwordHash == nil)
        #expect(try site.credentials("EL-2020-0031").passwordHash != nil)
    }

    @Test func `nothing else opens an account that has no password`() throws {
        for (company, password) in [("EL-2020-0031", "0142"), ("EL-2020-0031", "x"), ("AEC0119", DemoSite.pin)] {
            try visitor.get("/login")
            try visitor.post("/login", [("csrf", visitor.token), ("company", company), ("password", password)])
            #expect(visitor.answer.status == 422 && visitor.cookies["session"] == nil, "\(company)")
        }
        #expect(
            visitor.answer.problems.first?.contains("Without a password, ask for one under Forgot Password, or call") == true)
        #expect(visitor.answer.text.contains("No password yet? Below you get one by mail"))
    }

    @Test func `ten wrong passwords lock an account, and a new link opens it`() throws {
        for _ in 0..<10 { #expect(try visitor.signIn("SECOND STREET BUILDERS", "Wrong2Build").status == 422) }
        #expect(try visitor.signIn("SECOND STREET BUILDERS", DemoSite.password).status == 422)
        site.clock.advance(minutes: 30)
        #expect(try visitor.signIn("SECOND STREET BUILDERS", DemoSite.password).location == "/dashboard")
    }

    @Test func `the office issues nothing there, neither by page nor by command`() throws {
        let (clerk, id) = (try site.staff(), try site.credentials("EL-2020-0031").id)
        try clerk.get("/admin/accounts/\(id)")
        #expect(clerk.answer.facts["Signs in with"] == "Nothing yet: Forgot Password mails it a link to its first password")
        #expect(clerk.answer.forms.allSatisfy { !$0.action.hasSuffix("/pin") })
        #expect(try clerk.post("/admin/accounts/\(id)/pin", [("csrf", clerk.token)]).status == 404)
        let second = try site.credentials(DemoSite.second).passwordHash
        try site.database.prepare(for: site.agency)
        #expect(throws: Enrollment.Refusal.self) { try site.enrollment.issuePIN(license: DemoSite.second) }
        #expect(try site.credentials(DemoSite.second).passwordHash == second)
        #expect(try site.count("SELECT count(*) FROM events WHERE what LIKE '%issued'") == 0)
    }

    @Test func `an account type that is none is refused`() throws {
        try visitor.get("/forgot-password")
        let fields = [("csrf", visitor.token), ("kind", "king"), ("email", "office@example.com"), ("step", "continue")]
        #expect(try visitor.post("/forgot-password", fields).problems == ["Choose what kind of account it is"])
        #expect(try site.hasNoMail() && visitor.answer.status == 422)
    }
}
