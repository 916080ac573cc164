import Storage
import Testing

/// Kootenai: ten wrong passwords in a row, and the account waits thirty minutes.
struct LockoutTests {
    private let site: DemoSite
    private let visitor: Visitor

    init() throws {
        site = try DemoSite()
        visitor = try site.visitor()
    }

    private func fail(_ times: Int) throws {
        for _ in 0..<times { #expect(try visitor.signIn("SECOND STREET BUILDERS", "wrong1").status == 422) }
    }

    private func signIn() throws -> Answer { try visitor.signIn("SECOND STREET BUILDERS", DemoSite.password) }

    @Test func `ten wrong passwords lock the account, and it opens after thirty minutes`() throws {
        try fail(10)
        #expect(try signIn().status == 422)
        #expect(
            visitor.answer.problems.first?.hasPrefix("There were too many wrong passwords. This account opens again at 10:30 AM")
                == true)
        site.clock.advance(minutes: 29)
        #expect(try signIn().status == 422)
        site.clock.advance(minutes: 1)
        #expect(try signIn().location == "/dashboard")
    }

    @Test func `nine do not, and a right one begins the count anew`() throws {
        try fail(9)
        #expect(try signIn().location == "/dashboard")
        try visitor.follow()
        try visitor.submit("LOG OUT")
        try fail(9)
        #expect(try signIn().location == "/dashboard")
    }

    @Test func `a locked account's wrong passwords do not prolong its wait`() throws {
        try fail(10)
        site.clock.advance(minutes: 20)
        try fail(10)
        site.clock.advance(minutes: 10)
        #expect(try signIn().location == "/dashboard")
    }

    @Test func `after each further ten the wait is twice as long, and a right password begins anew`() throws {
        for minutes in [30, 60, 120] {
            try fail(10)
            site.clock.advance(minutes: minutes - 1)
            #expect(try signIn().status == 422)
            site.clock.advance(minutes: 1)
        }
        #expect(try signIn().location == "/dashboard")
        try visitor.follow()
        try visitor.submit("LOG OUT")
        try fail(10)
        site.clock.advance(minutes: 30)
        #expect(try signIn().location == "/dashboard")
    }

    @Test func `a wait that ends another day says which`() throws {
        for minutes in [30, 60, 120, 240] {
            try fail(10)
            site.clock.advance(minutes: minutes)
        }
        try fail(10)
        #expect(try signIn().problems.first?.contains("This account opens again at 1:30 AM on Sat, Nov 21, 2026. ") == true)
    }

    @Test func `a hundred wrong passwords in a row close the account until the office opens it`() throws {
        for _ in 0..<10 {
            try fail(10)
            site.clock.advance(minutes: 24 * 60)
        }
        #expect(try signIn().problems.first?.contains("or call the office at 208-446-1040 to have it opened.") == true)
        #expect(try site.credentials(DemoSite.second).failures == 100)
        let id = try site.credentials(DemoSite.second).id
        let clerk = try site.staff()
        try clerk.get("/admin/accounts/\(id)")
        #expect(try clerk.submit("UNLOCK").status == 303)
        #expect(try signIn().location == "/dashboard")
    }

    @Test func `another company signs in while one is locked`() throws {
        try fail(10)
        #expect(try visitor.signIn(DemoSite.pin).location == "/first-login")
    }

    @Test func `a new PIN from the office opens a locked account`() throws {
        try fail(10)
        let (company, _, pin) = try site.enrollment.issuePIN(license: DemoSite.second)
        #expect(company == "SECOND STREET BUILDERS" && pin.utf8.count == 6)
        #expect(try signIn().status == 422)
        #expect(try visitor.signIn("SECOND STREET BUILDERS", pin).location == "/first-login")
    }

    @Test func `the office's own accounts lock alike`() throws {
        for _ in 0..<10 { #expect(try visitor.signInAtTheCounter("clerk@example.com", "wrong").status == 422) }
        #expect(try visitor.signInAtTheCounter("clerk@example.com").status == 422)
        site.clock.advance(minutes: 30)
        #expect(try visitor.signInAtTheCounter("clerk@example.com").location == "/admin")
    }
}
