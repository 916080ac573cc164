import Permitting
import Testing

/// The first sign-in of each guide with the records of its demo, and the second with a password of one's own.
struct FirstSignInTests {
    private static let notice = "is still your password. Set one of your own under VIEW/EDIT PROFILE"

    /// By the ribbon, whatever the agency calls the company's field.
    private func signIn(_ site: DemoSite, _ company: String, _ password: String, isRemembered: Bool = false) throws -> Visitor {
        let visitor = try site.visitor()
        try visitor.get("/")
        try visitor.submit("LOGIN") { form in
            try form.choose(company, in: "company")
            try form.type(password, in: "Password")
            if isRemembered { try form.tick("yes", true) }
        }
        return visitor
    }

    @Test(arguments: [
        ("hemet", "CITY OF HEMET", "180665", "PIN"), ("round-rock", "HILL COUNTRY IRRIGATION", "RR20417", "registration code"),
    ])
    func `a PIN or a code opens the dashboard, which says where to change it, until it is changed there`(
        name: String, company: String, secret: String, word: String
    ) throws {
        let site = try DemoSite(of: name)
        let visitor = try signIn(site, company, secret)
        #expect(visitor.answer.location == "/dashboard")
        #expect(try visitor.follow().heading == "Hello \(company).")
        #expect(visitor.answer.text.contains("Your \(word) \(Self.notice)"))
        try visitor.get("/profile")
        try visitor.submit("SAVE") { form in
            try form.type(secret, in: "Current Password")
            for label in ["Password", "Confirm Password"] { try form.type("Plumbline77", in: label) }
        }
        #expect(try !visitor.get("/dashboard").text.contains(Self.notice))
        #expect(try signIn(site, company, secret).answer.status == 422)
        #expect(try signIn(site, company, "Plumbline77").answer.location == "/dashboard")
    }

    @Test func `at Round Rock a session is remembered for whoever ticks it`() throws {
        let site = try DemoSite(of: "round-rock")
        for isRemembered in [true, false] {
            let visitor = try signIn(site, "HILL COUNTRY IRRIGATION", "RR20417", isRemembered: isRemembered)
            let cookie = visitor.answer.response.headers.values(of: "Set-Cookie").first { $0.hasPrefix("session=") } ?? ""
            #expect(cookie.contains("Max-Age=") == isRemembered)
        }
    }

    @Test func `at Harnett the last four digits of the telephone number lead to the set-up page, once`() throws {
        let (site, company) = (try DemoSite(of: "harnett"), "CAPE FEAR HEATING & AIR")
        let visitor = try signIn(site, company, "0142")
        #expect(visitor.answer.location == "/first-login")
        #expect(try visitor.follow().text.contains("At least one special character"))
        try visitor.submit("CONTINUE") { form in
            for label in ["Password", "Confirm Password"] { try form.type("Plumbline-77", in: label) }
        }
        #expect(try visitor.follow().heading == "Hello \(company).")
        #expect(try signIn(site, company, "0142").answer.status == 422)
        #expect(try signIn(site, company, "Plumbline-77").answer.location == "/dashboard")
    }
}
