import Permitting
import Storage
import Testing

/// The ribbon's "Public", and the page of its own.
struct PublicSignInTests {
    private let site: DemoSite
    private let visitor: Visitor

    init() throws {
        site = try DemoSite()
        visitor = try site.visitor()
        try site.addPublicUser()
    }

    private func isSame(_ one: Answer, _ other: Answer) -> Bool {
        one.status == other.status && one.problems == other.problems && one.body.utf8.count == other.body.utf8.count
            && one.response.headers.values(of: "Set-Cookie") == other.response.headers.values(of: "Set-Cookie")
    }

    @Test(arguments: ["pat@example.com", "PAT@Example.com", "Pat Homeowner", " pat homeowner "])
    func `the address or the name opens the dashboard`(name: String) throws {
        #expect(try visitor.signIn(publicUser: name).location == "/dashboard")
        #expect(try visitor.follow().heading == "Hello Pat Homeowner.")
        #expect(visitor.answer.text.contains("LOGGED IN AS: Pat Homeowner"))
    }

    @Test func `a name that two people have opens neither account, the address does`() throws {
        try site.addPublicUser("PAT HOMEOWNER", email: "pat2@example.com")
        #expect(try visitor.signIn(publicUser: "Pat Homeowner").status == 422)
        #expect(visitor.answer.problems.first?.contains("Where others have your name, type your email") == true)
        #expect(try visitor.signIn(publicUser: "pat2@example.com").location == "/dashboard")
    }

    @Test func `a company does not sign in as Public, nor a public user as a company`() throws {
        for name in ["SECOND STREET BUILDERS", "AEC0207", "second@example.com"] {
            #expect(try visitor.signIn(publicUser: name).status == 422)
        }
        for name in ["Pat Homeowner", "pat@example.com", String(try #require(try site.publicUser()).id)] {
            try visitor.get("/login")
            let fields = [("csrf", visitor.token), ("kind", "contractor"), ("company", name), ("password", DemoSite.password)]
            #expect(try visitor.post("/login", fields).status == 422)
        }
    }

    @Test func `the contractors' choice stands first in the ribbon, and each kind has its page`() throws {
        let ribbon = try #require(try visitor.get("/").forms.first { $0.action == "/login" })
        #expect(
            ribbon["Account type"]?.options.map(\.label) == ["Public", "Contractor"]
                && ribbon["Account type"]?.value == "contractor")
        try visitor.get("/login?next=%2Freceipts")
        #expect(visitor.answer.heading == "Contractor Login")
        #expect(try visitor.click("Public").heading == "Public Login")
        #expect(
            try visitor.submit("LOGIN") { form in
                try form.type("pat@example.com", in: "Name or email")
                try form.type(DemoSite.password, in: "Password")
            }.location == "/receipts")
    }

    @Test func `a ribbon that shows both fields understands who filled in the company only`() throws {
        try visitor.get("/")
        let fields = [
            ("csrf", visitor.token), ("kind", "public"), ("username", ""), ("company", "AEC0207"),
            ("password", DemoSite.password),
        ]
        #expect(try visitor.post("/login", fields).location == "/dashboard")
    }

    @Test func `an empty form names both fields`() throws {
        try visitor.get("/login?kind=public")
        #expect(try visitor.submit("LOGIN").problems == ["Type your name or your email", "Type your password"])
    }

    @Test func `an unknown address is answered as a known one, wrong or locked or pending`() throws {
        func guess(_ name: String, _ password: String = "Wrong1968x") throws -> Answer {
            try visitor.get("/login?kind=public")
            return try visitor.submit("LOGIN") { form in
                try form.type(name, in: "Name or email")
                try form.type(password, in: "Password")
            }
        }
        let unknown = try guess("tap@example.com")
        #expect(unknown.status == 422)
        #expect(isSame(unknown, try guess("pat@example.com")))
        _ = try site.confirmationLink(of: "new@example.com")
        #expect(isSame(unknown, try guess("new@example.com")))
        for _ in 0..<9 { _ = try guess("pat@example.com") }
        #expect(try site.publicUser()?.lockedUntil != nil)
        #expect(isSame(unknown, try guess("pat@example.com", DemoSite.password)))
        site.clock.advance(minutes: 31)
        #expect(try guess("pat@example.com", DemoSite.password).location == "/dashboard")
    }

    @Test func `a forgotten password is reset for the company and the public user of one address by one link`() throws {
        try site.addPublicUser("Sam Second", email: "second@example.com")
        try visitor.get("/forgot-password")
        let notice = try visitor.submit("RESET PASSWORD") { form in
            try form.choose("PUBLIC", in: "Account type")
            try form.type("second@example.com", in: "Email")
        }
        #expect(notice.facts["Account type"] == "PUBLIC")
        try visitor.submit("CONTINUE")
        let mail = try #require(try site.mails(.passwordReset).first)
        #expect(mail.body.contains("- SECOND STREET BUILDERS (AEC0207)\n- Sam Second (Public)"))
        let link = try #require(try site.sealed(mail)?.body.firstMatch(of: #//reset-password/\S+/#)).0
        try visitor.get(String(link))
        let boxes = visitor.answer.forms.first { $0.action == link }?.controls.filter { $0.kind == "checkbox" } ?? []
        #expect(boxes.count == 2 && boxes.allSatisfy(\.isSent))
        try visitor.submit("RESET PASSWORD") { form in
            for control in form.controls where control.name.hasPrefix("answer-") { try form.type("Chevrolet", in: control.name) }
            try form.type("Porchlight9", in: "Password")
            try form.type("Porchlight9", in: "Confirm Password")
        }
        #expect(visitor.answer.location == "/login?reset=yes")
        #expect(try visitor.signIn(publicUser: "second@example.com", "Porchlight9").location == "/dashboard")
        #expect(try site.visitor().signIn("SECOND STREET BUILDERS", "Porchlight9").location == "/dashboard")
    }

    @Test func `the office finds a public user and unlocks the account, and issues no PIN for it`() throws {
        let clerk = try site.staff()
        for text in ["pat@", "PAT H"] {
            try clerk.get("/admin/accounts")
            try clerk.submit("SEARCH") { try $0.type(text, in: "q") }
            #expect(clerk.answer.rows(in: "accounts") == ["Pat Homeowner | pat@example.com"])
        }
        try clerk.click("Pat Homeowner")
        #expect(clerk.answer.facts["Public user"] == "pat@example.com" && !clerk.answer.body.contains("/pin"))
        let id = try #require(try site.publicUser()).id
        #expect(try clerk.post("/admin/accounts/\(id)/pin", [("csrf", clerk.token)]).status == 404)
        #expect(try visitor.signIn(publicUser: "pat@example.com").location == "/dashboard")
        for _ in 0..<10 { _ = try site.visitor().signIn(publicUser: "pat@example.com", "Wrong1968x") }
        #expect(try site.visitor().signIn(publicUser: "pat@example.com").status == 422)
        try clerk.get("/admin/accounts/\(id)")
        try clerk.submit("UNLOCK")
        #expect(try site.visitor().signIn(publicUser: "pat@example.com").location == "/dashboard")
    }
}
