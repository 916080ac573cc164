import Permitting
import Storage
import Testing

struct SignInTests {
    private let site: DemoSite
    private let visitor: Visitor

    init() throws {
        site = try DemoSite()
        visitor = try site.visitor()
    }

    @discardableResult
    private func signIn(_ password: String = DemoSite.password) throws -> Answer {
        try visitor.signIn("SECOND STREET BUILDERS", password)
    }

    @Test func `the list holds the companies that can sign in, and a password opens the dashboard`() throws {
        try site.write { _ = try $0.contractors.insert(Contractor(id: 0, companyName: "IMPORTED LLC", license: "X1")) }
        try visitor.get("/")
        let form = try #require(visitor.answer.forms.first { $0.action == "/login" })
        #expect(form["Company"]?.options.map(\.label) == ["Choose…", "RICH CONTRACTOR", "SECOND STREET BUILDERS"])
        #expect(try signIn().location == "/dashboard")
        #expect(try visitor.follow().heading == "Hello SECOND STREET BUILDERS.")
    }

    @Test(arguments: ["permit2build", "Permit2Build ", " Permit2Build", "Permit2Buil", "440119", "x"])
    func `a wrong password is refused, letter for letter`(password: String) throws {
        let answer = try signIn(password)
        #expect(answer.status == 422)
        #expect(answer.problems.first?.hasPrefix("The company or the password is not right") == true)
        #expect(visitor.cookies["session"] == nil)
        #expect(try visitor.get("/dashboard").location == "/login?next=%2Fdashboard")
    }

    @Test func `an empty form names both fields and asks for no password hash`() throws {
        try visitor.get("/login")
        #expect(try visitor.submit("LOGIN").problems == ["Choose or type your company", "Type your password"])
        #expect(visitor.answer.status == 422)
    }

    @Test(arguments: ["NOBODY INC", "999999", "-1", "aec0207 '", "1 OR 1=1"])
    func `an unknown company gets the words of a wrong password`(company: String) throws {
        try visitor.get("/login")
        let answer = try visitor.post(
            "/login", [("csrf", visitor.token), ("company", company), ("password", DemoSite.password)])
        #expect(answer.status == 422)
        #expect(answer.problems.first?.hasPrefix("The company or the password is not right") == true)
    }

    @Test func `a company without a login cannot sign in by its number`() throws {
        let id = try site.write { try $0.contractors.insert(Contractor(id: 0, companyName: "IMPORTED LLC", license: "X1")) }
        try visitor.get("/login")
        let answer = try visitor.post("/login", [("csrf", visitor.token), ("company", String(id)), ("password", "x")])
        #expect(answer.status == 422 && visitor.cookies["session"] == nil)
    }

    @Test func `the session is a new one at every sign-in, and what the browser brought is ended`() throws {
        try signIn()
        let first = try #require(visitor.cookies["session"])
        try visitor.get("/login")
        try visitor.post("/login", [("csrf", visitor.token), ("company", "AEC0207"), ("password", DemoSite.password)])
        try visitor.follow()
        let fields = [("csrf", visitor.token), ("company", "AEC0207"), ("password", DemoSite.password)]
        #expect(try visitor.post("/login", fields).location == "/dashboard")
        let second = try #require(visitor.cookies["session"])
        #expect(second != first)
        let old = try site.visitor()
        old.cookies["session"] = first
        #expect(try old.get("/dashboard").location == "/login?next=%2Fdashboard")
    }

    @Test func `a session that a stranger planted is not taken over`() throws {
        let planted = "A" + String(repeating: "b", count: 41) + "A"
        visitor.cookies["session"] = planted
        try signIn()
        #expect(visitor.cookies["session"] != planted && visitor.cookies["session"]?.utf8.count == 43)
    }

    @Test func `signing out ends the session here and not just in the browser`() throws {
        try signIn()
        let token = try #require(visitor.cookies["session"])
        try visitor.follow()
        #expect(try visitor.submit("LOG OUT").location == "/")
        #expect(visitor.cookies["session"] == nil)
        visitor.cookies["session"] = token
        #expect(try visitor.get("/dashboard").location == "/login?next=%2Fdashboard")
    }

    @Test func `who is signed in is led past the sign-in page`() throws {
        try signIn()
        #expect(try visitor.get("/login").location == "/dashboard")
    }

    /// ASVS: only paths of this portal; "//evil" and "/\evil" are other hosts to a browser.
    @Test(arguments: [
        ("/profile", "/profile"), ("/permits/RES16-0688/fees?x=1", "/permits/RES16-0688/fees?x=1"), ("/", "/"),
        ("//evil.example", "/dashboard"), ("/\\evil.example", "/dashboard"), ("https:evil.example", "/dashboard"),
        ("https://evil.example/", "/dashboard"), ("javascript:alert(1)", "/dashboard"), ("profile", "/dashboard"),
        ("/%2Fevil.example", "/dashboard"), ("/\u{9}/evil.example", "/dashboard"), ("/a\r\nSet-Cookie: x=1", "/dashboard"),
        ("/login", "/dashboard"), ("/../x", "/dashboard"), ("", "/dashboard"),
        ("/" + String(repeating: "a", count: 1_000), "/dashboard"),
    ])
    func `after signing in one goes on within the portal only`(next: String, destination: String) throws {
        try visitor.get("/login")
        let answer = try visitor.post(
            "/login",
            [("csrf", visitor.token), ("company", "AEC0207"), ("password", DemoSite.password), ("next", next)])
        #expect(answer.location == destination)
    }

    @Test func `the page that asked to sign in is the one that opens`() throws {
        #expect(try visitor.get("/permits/RES16-0686/fees").location == "/login?next=%2Fpermits%2FRES16-0686")
        try visitor.get("/receipts?page=2")
        try visitor.follow()
        let answer = try visitor.submit("LOGIN") { form in
            try form.choose("SECOND STREET BUILDERS", in: "Company")
            try form.type(DemoSite.password, in: "Password")
        }
        #expect(answer.location == "/receipts?page=2")
    }
}
