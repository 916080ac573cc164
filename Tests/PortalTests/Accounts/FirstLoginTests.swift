import Credentials
import Permitting
import Storage
import Testing

/// "If this is your first time accessing the Contractor login web portal you must use the PIN" (Kootenai guide).
struct FirstLoginTests {
    private let site: DemoSite
    private let visitor: Visitor

    init() throws {
        site = try DemoSite()
        visitor = try site.visitor()
    }

    /// The set-up page, filled in rightly but for what `change` does.
    private func send(_ change: (inout FormOnPage) throws -> Void) throws -> Answer {
        try visitor.signIn(DemoSite.pin)
        try visitor.follow()
        return try visitor.submit("CONTINUE") { form in
            try form.type("CAR", in: "Security Question")
            try form.type("Chevrolet", in: "Secret Answer")
            try form.type("Chevrolet", in: "Re-enter Secret Answer")
            try form.type("Dodd1968", in: "Password")
            try form.type("Dodd1968", in: "Confirm Password")
            try change(&form)
        }
    }

    @Test func `the PIN leads to the set-up page, and that to the dashboard, in the guide's words`() throws {
        #expect(try visitor.signIn(DemoSite.pin).location == "/first-login")
        try visitor.follow()
        #expect(visitor.answer.heading == "Set up your account")
        let form = try #require(visitor.answer.forms.first { $0.action == "/first-login" })
        #expect(
            form.controls.map(\.label).filter { !$0.isEmpty } == [
                "Security Question", "Secret Answer", "Re-enter Secret Answer", "Password", "Confirm Password",
            ])
        #expect(
            visitor.answer.page.all(class: "rules").first?.all("li").map(\.text) == [
                "Minimum of 6 characters", "Maximum of 25 characters", "At least one letter and 1 number",
                "Note: Password is case sensitive",
            ])
        #expect(try visitor.setUp().location == "/dashboard")
        #expect(try visitor.follow().heading == "Hello RICH CONTRACTOR.")
        #expect(visitor.answer.text.contains("Below is a Dashboard of your current activities."))
        #expect(visitor.answer.text.contains("LOGGED IN AS: RICH CONTRACTOR"))
    }

    @Test func `the PIN is dead once a password is set, and the password opens`() throws {
        try visitor.setUp()
        let other = try site.visitor()
        #expect(try other.signIn(DemoSite.pin).status == 422)
        #expect(other.answer.problems.first?.hasPrefix("The company or the password is not right") == true)
        #expect(try other.signIn("Dodd1968").location == "/dashboard")
    }

    @Test func `nothing but the set-up page is open before it is filled in`() throws {
        try visitor.signIn(DemoSite.pin)
        for address in ["/dashboard", "/cart", "/profile", "/receipts", "/permits/RES16-0688/inspections/new"] {
            #expect(try visitor.get(address).location == "/first-login")
        }
        try visitor.get("/first-login")
        #expect(!visitor.answer.text.contains("VIEW CART") && !visitor.answer.text.contains("Paid Items"))
    }

    @Test func `a company on its set-up page sees of its permits what anyone sees`() throws {
        try visitor.signIn(DemoSite.pin)
        try visitor.get("/permits/RES16-0688")
        #expect(!visitor.answer.text.contains("Contacts") && !visitor.answer.text.contains("Fees"))
    }

    @Test(arguments: [
        ("Dodd1", "Dodd1", "The password needs at least 6 characters"),
        (String(repeating: "Dodd1", count: 5) + "x", "", "The password may have at most 25 characters"),
        ("DoddRoad", "DoddRoad", "The password needs at least 1 number"),
        ("19681968", "19681968", "The password needs at least one letter"),
        ("Dodd1968", "dodd1968", "The two passwords are not the same"),
        ("Dodd1968", "Dodd1968 ", "The two passwords are not the same"),
        ("Dodd1968", "", "The two passwords are not the same"),
        ("", "", "Type a password"),
        (
            "passw0rd", "passw0rd",
            "This password is too easy to guess: it is a well-known word or a row of keys, if with numbers around it. Put several words together"
        ),
        (
            "aec0119", "aec0119",
            "This password is too easy to guess: it is only a name that belongs to you or the office, if with numbers around it. Put several words together"
        ),
    ])
    func `a password that will not do is refused with the reason, and the PIN still holds`(
        password: String, again: String, reason: String
    ) throws {
        let answer = try send { form in
            try form.type(password, in: "Password")
            try form.type(again, in: "Confirm Password")
        }
        #expect(answer.status == 422 && answer.problems == [reason] && answer.title.hasPrefix("Error: "))
        #expect(try site.credentials(DemoSite.rich).passwordHash == nil)
        #expect(try site.credentials(DemoSite.rich).securityQuestion == "")
        let form = try #require(answer.forms.first { $0.action == "/first-login" })
        #expect(form["Security Question"]?.value == "CAR")
        #expect(form["Password"]?.value == "" && form["Confirm Password"]?.value == "" && form["Secret Answer"]?.value == "")
        #expect(try site.visitor().signIn(DemoSite.pin).location == "/first-login")
    }

    @Test func `the PIN itself cannot become the password`() throws {
        let hash = try PasswordHash.hash("gatepin440119", cost: 1)
        let id = try site.credentials(DemoSite.rich).id
        try site.write { try $0.contractors.setFirstPassword(hash, contractor: id) }
        try visitor.signIn("gatepin440119")
        try visitor.follow()
        let answer = try visitor.submit("CONTINUE") { form in
            try form.type("CAR", in: "Security Question")
            for label in ["Secret Answer", "Re-enter Secret Answer"] { try form.type("Chevrolet", in: label) }
            for label in ["Password", "Confirm Password"] { try form.type("gatepin440119", in: label) }
        }
        #expect(answer.problems == ["The PIN cannot be your password; choose another"])
        #expect(try site.credentials(DemoSite.rich).passwordHash == nil)
    }

    @Test(arguments: [
        ("", "Chevrolet", "Chevrolet", "Type a security question of your own"),
        ("CAR", "", "", "Type the secret answer"),
        ("CAR", "  ", "  ", "Type the secret answer"),
        ("CAR", "Chevrolet", "Ford", "The two secret answers are not the same"),
        ("CAR", "car", "car", "The answer must not be the question itself"),
    ])
    func `question and answer have to be there and agree`(question: String, answer: String, again: String, reason: String) throws
    {
        let page = try send { form in
            try form.type(question, in: "Security Question")
            try form.type(answer, in: "Secret Answer")
            try form.type(again, in: "Re-enter Secret Answer")
        }
        #expect(page.status == 422 && page.problems == [reason])
        #expect(try site.credentials(DemoSite.rich).passwordHash == nil)
    }

    @Test func `what is kept of password and answer are yescrypt hashes`() throws {
        try visitor.setUp(password: "Dodd 1968é", answer: "  CHEVROLET   impala ")
        let kept = try site.credentials(DemoSite.rich)
        #expect(kept.firstPasswordHash == nil)
        #expect(try PasswordHash.verify("Dodd 1968é", against: try #require(kept.passwordHash)))
        #expect(try PasswordHash.verify("chevrolet impala", against: try #require(kept.secretAnswerHash)))
        #expect(kept.passwordHash?.hasPrefix("$y$") == true && kept.secretAnswerHash?.hasPrefix("$y$") == true)
    }

    @Test func `set-up ends every session the PIN had opened, and goes on in a new one`() throws {
        let other = try site.visitor()
        try other.signIn(DemoSite.pin)
        try visitor.signIn(DemoSite.pin)
        let before = visitor.cookies["session"]
        try visitor.follow()
        try visitor.setUp()
        #expect(visitor.cookies["session"] != before)
        #expect(try visitor.get("/dashboard").status == 200)
        #expect(try other.get("/first-login").location == "/login?next=%2Ffirst-login")
    }

    @Test func `the set-up page is closed to those who have set up`() throws {
        try visitor.setUp()
        #expect(try visitor.get("/first-login").status == 403)
        #expect(try visitor.post("/first-login", [("csrf", visitor.token), ("password", "Other1968")]).status == 403)
        #expect(try site.visitor().signIn("Dodd1968").location == "/dashboard")
    }
}
