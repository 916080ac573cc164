import Testing

/// "Remember Me", where the agency offers it: a session that outlives the browser, for days instead of hours.
struct RememberMeTests {
    private static func site(offers: Bool) throws -> DemoSite {
        try DemoSite { $0.replacing("\"rememberMe\": false", with: "\"rememberMe\": \(offers)") }
    }

    private func signIn(_ site: DemoSite, ticking: Bool, as company: String = "AEC0207", _ password: String = DemoSite.password)
        throws
        -> Visitor
    {
        let visitor = try site.visitor()
        try visitor.get("/login")
        let fields = [("csrf", visitor.token), ("company", company), ("password", password)]
        try visitor.post("/login", fields + (ticking ? [("remember", "yes")] : []))
        return visitor
    }

    private func isSignedIn(_ visitor: Visitor) throws -> Bool { try visitor.get("/dashboard").status == 200 }

    private func cookie(_ visitor: Visitor) -> String? {
        visitor.answer.response.headers.values(of: "Set-Cookie").first { $0.hasPrefix("session=") }
    }

    @Test func `ticked, the session lives on for thirty days if it is used once in fourteen`() throws {
        let site = try Self.site(offers: true)
        let visitor = try signIn(site, ticking: true)
        #expect(cookie(visitor)?.contains("; Max-Age=2592000;") == true)
        for _ in 0..<2 {
            site.clock.advance(minutes: 14 * 1_440 - 1)
            #expect(try isSignedIn(visitor))
        }
        site.clock.advance(minutes: 2 * 1_440 + 1)
        #expect(try isSignedIn(visitor))
        site.clock.advance(minutes: 1)
        #expect(try !isSignedIn(visitor))
    }

    @Test func `unused for fourteen days it ends`() throws {
        let site = try Self.site(offers: true)
        let visitor = try signIn(site, ticking: true)
        site.clock.advance(minutes: 14 * 1_440)
        #expect(try !isSignedIn(visitor))
    }

    @Test func `a remembered session outlives what others' sign-ins sweep away, and ends when its owner says so`() throws {
        let site = try Self.site(offers: true)
        let visitor = try signIn(site, ticking: true)
        site.clock.advance(minutes: 5 * 1_440)
        let other = try signIn(site, ticking: false)
        #expect(try isSignedIn(visitor))
        try other.get("/profile/sessions")
        try other.submit("END ALL OTHERS")
        #expect(try !isSignedIn(visitor) && (try isSignedIn(other)))
    }

    @Test(arguments: [(true, false), (false, true)])
    func `not ticked, or not offered, it ends as usual`(offers: Bool, ticks: Bool) throws {
        let site = try Self.site(offers: offers)
        let visitor = try signIn(site, ticking: ticks)
        #expect(cookie(visitor)?.contains("Max-Age") == false)
        site.clock.advance(minutes: 60)
        #expect(try !isSignedIn(visitor))
    }

    @Test func `who comes with a PIN is not remembered before there is a password`() throws {
        let visitor = try signIn(try Self.site(offers: true), ticking: true, as: "AEC0119", DemoSite.pin)
        #expect(visitor.answer.location == "/first-login" && cookie(visitor)?.contains("Max-Age") == false)
    }

    @Test func `the box stands on the sign-in page and in the ribbon where it is offered, and Kootenai does not`() throws {
        for offers in [true, false] {
            let visitor = try Self.site(offers: offers).visitor()
            for address in ["/", "/login"] {
                try visitor.get(address)
                let form = try #require(visitor.answer.forms.first { $0.action == "/login" })
                #expect((form["remember"] != nil) == offers && form["remember"]?.isSent != true)
            }
        }
    }
}
