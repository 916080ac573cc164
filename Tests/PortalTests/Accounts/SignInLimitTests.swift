import HTTP
import Permitting
import Testing

@testable import Portal

/// Limits per client and over all: whoever tries one password on every account meets these, not an account's own count.
struct SignInLimitTests {
    private let site: DemoSite

    init() throws { site = try DemoSite() }

    /// Every try for another name, so that no account's lock gets in first.
    private func guess(from client: String, _ number: Int = 0, at path: String = "/login") throws -> Answer {
        let visitor = try site.visitor()
        try visitor.get(path)
        var request = try Request(
            posting: [
                ("csrf", visitor.token), ("company", "NOBODY \(number)"), ("email", "nobody\(number)@example.com"),
                ("password", "Dodd1968"),
            ], to: path, headers: Headers([("Cookie", "visitor=\(visitor.cookies["visitor"] ?? "")")]))
        request.client = client
        return try visitor.send(request)
    }

    @Test func `the thirty-first wrong sign-in from one client is told to wait, and another client is not`() throws {
        for number in 1...30 { #expect(try guess(from: "192.0.2.1", number).status == 422) }
        let answer = try guess(from: "192.0.2.1")
        #expect(answer.status == 429 && answer.heading == "Too many sign-ins failed")
        #expect(answer.response.headers["Retry-After"] == "10" && answer.text.contains("Try again in a minute."))
        #expect(try guess(from: "192.0.2.1", at: "/admin/login").status == 429)
        #expect(try guess(from: "192.0.2.2").status == 422)
        site.clock.set(site.clock.now.adding(seconds: 9))
        #expect(try guess(from: "192.0.2.1").status == 429)
        site.clock.set(site.clock.now.adding(seconds: 1))
        #expect(try guess(from: "192.0.2.1").status == 422)
        #expect(try guess(from: "192.0.2.1").status == 429)
        #expect(site.log.lines.contains("refused: too many sign-ins: /login from 192.0.2.1"))
    }

    @Test func `right sign-ins are not counted, however many come from one office`() throws {
        let visitor = try site.visitor()
        for _ in 0..<40 {
            #expect(try visitor.signIn("SECOND STREET BUILDERS", DemoSite.password).location == "/dashboard")
            try visitor.follow()
            try visitor.submit("LOG OUT")
        }
    }

    @Test(arguments: [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true), ("2001:db8:1:2::1", "2001:db8:1:3::1", false),
        ("::ffff:192.0.2.1", "::ffff:192.0.2.2", false), ("192.0.2.1", "192.0.2.10", false),
    ])
    func `a household's IPv6 network is one client`(one: String, other: String, isOne: Bool) throws {
        let limits = SignInLimits()
        let now = MovableClock.opening
        for _ in 0..<30 { try limits.take(one, at: now) }
        let refusal = #expect(throws: PortalError.self) { try limits.take(one, at: now) }
        #expect(refusal == .tooManyAttempts(seconds: 10))
        if isOne {
            #expect(throws: PortalError.self) { try limits.take(other, at: now) }
        } else {
            try limits.take(other, at: now)
        }
    }

    @Test func `all clients together have a limit too, and it frees ten a second`() throws {
        let limits = SignInLimits()
        let now = MovableClock.opening
        for number in 0..<600 { try limits.take("192.0.2.\(number)", at: now) }
        #expect(throws: PortalError.tooManyAttempts(seconds: 1)) { try limits.take("198.51.100.1", at: now) }
        for number in 0..<10 { try limits.take("203.0.113.\(number)", at: now.adding(seconds: 1)) }
        #expect(throws: PortalError.tooManyAttempts(seconds: 1)) { try limits.take("198.51.100.1", at: now.adding(seconds: 1)) }
    }

    @Test func `the table stays as large as it may, and those it has no room for share one bucket`() {
        var table = AttemptTable<Int>(burst: 2, milliseconds: 1_000, capacity: 3)
        let now = MovableClock.opening
        for key in 0..<3 { #expect(table.take(key, at: now) == nil) }
        #expect(table.take(3, at: now) == nil && table.take(4, at: now) == nil)
        #expect(table.take(5, at: now) == 1 && table.count == 3)
        #expect(table.take(0, at: now) == nil && table.take(0, at: now) == 1)
        // A second later two of the three are forgotten, and there is room again.
        #expect(table.take(5, at: now.adding(seconds: 1)) == nil && table.count == 2)
        table.giveBack(5, at: now.adding(seconds: 1))
        table.giveBack(99, at: now.adding(seconds: 1))
        #expect(table.count == 1)
    }
}
