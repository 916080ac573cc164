import Testing

struct SessionTests {
    private let site: DemoSite
    private let visitor: Visitor

    init() throws {
        site = try DemoSite()
        visitor = try site.contractor()
    }

    private func isSignedIn() throws -> Bool { try visitor.get("/dashboard").status == 200 }

    @Test func `a session ends after an hour without use`() throws {
        site.clock.advance(minutes: 59)
        #expect(try isSignedIn())
        site.clock.advance(minutes: 59)
        #expect(try isSignedIn())
        site.clock.advance(minutes: 60)
        #expect(try !isSignedIn())
    }

    @Test func `a session in use ends after twelve hours all the same`() throws {
        for _ in 0..<23 {
            site.clock.advance(minutes: 30)
            #expect(try isSignedIn())
        }
        site.clock.advance(minutes: 29)
        #expect(try isSignedIn())
        site.clock.advance(minutes: 1)
        #expect(try !isSignedIn())
    }

    @Test(arguments: ["", "x", "=", String(repeating: "A", count: 43), String(repeating: "A", count: 5_000), "\u{e9}"])
    func `what is no token of ours is somebody without a session`(token: String) throws {
        visitor.cookies["session"] = token
        #expect(try visitor.get("/dashboard").location == "/login?next=%2Fdashboard")
        #expect(try visitor.get("/").status == 200)
    }

    @Test func `cookies are for this host, for HTTP only, and for TLS where there is TLS`() throws {
        let plain = try site.visitor().get("/").response.headers.values(of: "Set-Cookie")
        #expect(plain.count == 1 && plain[0].hasPrefix("visitor=") && plain[0].hasSuffix("; Path=/; HttpOnly; SameSite=Lax"))
        let secure = try DemoSite(address: "https://permits.example.gov").visitor()
        let line = try #require(try secure.get("/").response.headers["Set-Cookie"])
        #expect(line.hasPrefix("__Host-visitor=") && line.hasSuffix("; Path=/; Secure; HttpOnly; SameSite=Lax"))
        secure.cookies["session"] = visitor.cookies["session"]
        #expect(try secure.get("/dashboard").status == 303)
    }

    @Test func `nobody gets a session by looking`() throws {
        let stranger = try site.visitor()
        for address in ["/", "/permits", "/login", "/contact", "/nowhere"] { try stranger.get(address) }
        #expect(stranger.cookies.keys.sorted() == ["visitor"])
    }
}
