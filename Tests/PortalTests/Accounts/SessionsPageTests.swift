import Storage
import Testing

/// `/profile/sessions`: where a company is signed in.
struct SessionsPageTests {
    private let site: DemoSite
    private let phone: Visitor
    private let desk: Visitor

    init() throws {
        site = try DemoSite()
        (phone, desk) = (try site.visitor(), try site.visitor())
        try signIn(phone, "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0")
        site.clock.advance(minutes: 5)
        try signIn(desk, "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0 Safari/537.36")
    }

    private func signIn(_ visitor: Visitor, _ story: String) throws {
        try visitor.get("/login")
        try visitor.post(
            "/login", [("csrf", visitor.token), ("company", "AEC0207"), ("password", DemoSite.password)],
            headers: ["User-Agent": story])
        try visitor.follow()
    }

    private func isSignedIn(_ visitor: Visitor) throws -> Bool { try visitor.get("/dashboard").status == 200 }

    @Test func `the profile leads to the list, which marks this one and says what the others are`() throws {
        try desk.get("/profile")
        #expect(try desk.click("Your sessions").heading == "Your sessions")
        #expect(
            desk.answer.rows(in: "sessions") == [
                "Chrome on Windows | Fri, Nov 20, 2026, 10:05 AM | Fri, Nov 20, 2026, 10:05 AM | THIS ONE",
                "Firefox on Android | Fri, Nov 20, 2026, 10:00 AM | Fri, Nov 20, 2026, 10:00 AM | END SESSION",
            ])
    }

    @Test func `nothing of the browser's own story is kept`() throws {
        #expect(try site.count("SELECT count(*) FROM sessions WHERE device LIKE '%Mozilla%' OR device LIKE '%/%'") == 0)
        #expect(try site.count("SELECT count(*) FROM sessions WHERE device = 'Firefox on Android'") == 1)
    }

    @Test func `ending one ends it at once, on the server`() throws {
        try desk.get("/profile/sessions")
        #expect(try desk.submit("END SESSION").location == "/profile/sessions?ended=yes")
        #expect(try desk.follow().banner == "Ended. Whoever was signed in there has to sign in again.")
        #expect(desk.answer.rows(in: "sessions").count == 1)
        #expect(try !isSignedIn(phone) && (try isSignedIn(desk)))
    }

    @Test func `ending all others leaves this one`() throws {
        try signIn(try site.visitor(), "")
        try desk.get("/profile/sessions")
        #expect(desk.answer.rows(in: "sessions").contains { $0.hasPrefix("Unknown browser | ") })
        try desk.submit("END ALL OTHERS")
        try desk.follow()
        #expect(try !isSignedIn(phone) && (try isSignedIn(desk)))
        try desk.get("/profile/sessions")
        #expect(desk.answer.forms.allSatisfy { form in form.buttons.allSatisfy { $0.label != "END ALL OTHERS" } })
    }

    @Test func `another company's session cannot be ended by its handle`() throws {
        let rich = try site.contractor()
        try rich.get("/profile/sessions")
        let handles = [try handles(of: desk), try handles(of: phone)].joined()
        #expect(handles.count == 2)
        for handle in Array(handles) + ["", "x", "0"] {
            try rich.get("/profile/sessions")
            #expect(try rich.post("/profile/sessions", [("csrf", rich.token), ("session", handle)]).status == 303)
        }
        #expect(try [phone, desk, rich].allSatisfy(isSignedIn))
    }

    private func handles(of visitor: Visitor) throws -> [String] {
        try visitor.get("/profile/sessions")
        return visitor.answer.forms.compactMap { $0["session"]?.value }
    }

    @Test func `a page shows no token and no hash by which anybody gets in`() throws {
        try desk.get("/profile/sessions")
        let token = try #require(desk.cookies["session"])
        #expect(!desk.answer.body.contains(token))
        let stranger = try site.visitor()
        for handle in try handles(of: phone) {
            stranger.cookies["session"] = handle
            #expect(try !isSignedIn(stranger))
        }
    }

    @Test func `what has ended by itself is not listed`() throws {
        site.clock.advance(minutes: 57)
        try desk.get("/profile/sessions")
        #expect(desk.answer.rows(in: "sessions").count == 1)
    }

    @Test func `a stolen cookie opens nothing once its owner has signed out`() throws {
        let thief = try site.visitor()
        thief.cookies["session"] = phone.cookies["session"]
        #expect(try isSignedIn(thief))
        try phone.get("/dashboard")
        try phone.submit("LOG OUT")
        #expect(try !isSignedIn(thief) && (try isSignedIn(desk)))
    }
}
