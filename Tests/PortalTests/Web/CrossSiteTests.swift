import HTTP
import Storage
import Testing

@testable import Portal

/// What another site could make a browser send changes nothing.
struct CrossSiteTests {
    private let site: DemoSite
    private let visitor: Visitor

    init() throws {
        site = try DemoSite()
        visitor = try site.contractor()
        try visitor.get("/dashboard")
    }

    /// Puts RES17-0163 in the cart, if it is let.
    private func put(token: String?, headers: [String: String] = [:]) throws -> Answer {
        try visitor.post("/cart/records", (token.map { [("csrf", $0)] } ?? []) + [("permit", "RES17-0163")], headers: headers)
    }

    private func isCartEmpty() throws -> Bool {
        let id = try site.credentials(DemoSite.rich).id
        return try site.read { try $0.carts.lines(contractor: id) }.isEmpty
    }

    @Test func `the session's own token is taken`() throws {
        #expect(try put(token: visitor.token).location == "/checkout")
        #expect(try !isCartEmpty())
    }

    @Test func `no token, an empty one, a cut one and somebody else's are refused`() throws {
        let other = try site.contractor(DemoSite.second)
        try other.get("/dashboard")
        let stranger = try site.visitor()
        try stranger.get("/")
        for token in [nil, "", String(visitor.token.dropLast()), visitor.token + "A", other.token, stranger.token] {
            let answer = try put(token: token)
            #expect(answer.status == 403 && answer.heading == "This form is too old")
        }
        #expect(try isCartEmpty())
        #expect(
            site.log.lines.count == 6 && site.log.lines.allSatisfy { $0.hasPrefix("refused: ") && !$0.contains(visitor.token) })
    }

    @Test(arguments: [
        ["Origin": "https://evil.example"], ["Origin": "null", "Sec-Fetch-Site": "none"],
        ["Origin": "null", "Sec-Fetch-Site": "same-site"],
        ["Origin": "http://localhost:8081"], ["Origin": ""],
        ["Origin": "http://localhost:8080.evil.example"], ["Origin": "https://localhost:8080"], ["Sec-Fetch-Site": "cross-site"],
    ])
    func `a POST that another site sent is refused even with the token`(headers: [String: String]) throws {
        let token = visitor.token
        let answer = try put(token: token, headers: headers)
        #expect(answer.status == 403 && answer.heading == "This form came from another site")
        #expect(try isCartEmpty())
    }

    @Test func `behind TLS the configured address alone counts, not what the request says of its host`() throws {
        let site = try DemoSite(address: "https://permits.example.gov")
        let visitor = try site.visitor()
        try visitor.get("/login")
        let form = [("csrf", visitor.token), ("company", ""), ("password", "")]
        #expect(try visitor.post("/login", form, headers: ["Origin": "http://localhost:8080"]).status == 403)
        #expect(try visitor.post("/login", form, headers: ["Origin": "https://permits.example.gov"]).status == 422)
    }

    @Test func `the token of before signing in does not count after it`() throws {
        let visitor = try site.visitor()
        try visitor.get("/")
        let old = visitor.token
        try visitor.signIn("SECOND STREET BUILDERS", DemoSite.password)
        #expect(try visitor.post("/logout", [("csrf", old)]).status == 403)
        #expect(try visitor.get("/dashboard").status == 200)
    }

    @Test func `signing in and out need the token too`() throws {
        let stranger = try site.visitor()
        try stranger.get("/")
        let fields = [("company", "AEC0207"), ("password", DemoSite.password)]
        #expect(try stranger.post("/login", fields).status == 403)
        #expect(stranger.cookies["session"] == nil)
        #expect(try visitor.post("/logout", []).status == 403)
        #expect(try visitor.get("/dashboard").status == 200)
    }

    @Test func `a stranger's token fits only the mark in the stranger's cookie`() throws {
        let (one, two) = (try site.visitor(), try site.visitor())
        try one.get("/login")
        try two.get("/login")
        #expect(one.token != two.token && !one.token.isEmpty)
        #expect(try one.post("/login", [("csrf", two.token)]).status == 403)
        #expect(try one.post("/login", [("csrf", one.token)]).status == 422)
    }

    @Test(arguments: [
        ("application/json", 415), ("multipart/form-data; boundary=x", 415), ("text/plain", 415),
        ("application/x-www-form-urlencoded; charset=utf-8", 403),
    ])
    func `a body that is no form is refused before anything is done`(type: String, status: Int) throws {
        var headers = Headers([("Host", "localhost:8080"), ("Cookie", "session=\(visitor.cookies["session"] ?? "")")])
        headers.add("Content-Type", type)
        let body = Body.bytes(Array("permit=RES17-0163&csrf=x".utf8))
        #expect(try visitor.send(try Request(.post, "/cart/records", headers: headers, body: body)).status == status)
        #expect(try isCartEmpty())
    }

    @Test(arguments: Router.portal.routes.filter { $0.method == .post && !$0.isSigned }.map(\.pattern))
    func `every form needs its token, whoever sends it`(pattern: String) throws {
        let address = pattern.split(separator: "/").map { $0.hasPrefix("{") ? "1" : String($0) }.joined(separator: "/")
        for visitor in [
            try site.visitor(), try site.contractor(), try site.contractor(isSettingUp: true),
            try site.staff("admin@example.com"),
        ] {
            let answer = try visitor.post("/" + address, [])
            #expect(answer.status == 403 || answer.status == 303, "\(answer.status)")
            if answer.status == 303 {
                #expect(
                    answer.location == "/first-login" || answer.location == "/admin/login"
                        || answer.location?.hasPrefix("/login?next=%2F") == true)
            }
        }
    }
}
