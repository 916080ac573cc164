import Credentials
import HTTP
import Permitting
import Storage
import Testing

@testable import Portal

/// The second step of the office's sign-in.
struct SignInCodeTests {
    private let site: DemoSite
    private let visitor: Visitor
    private let codes: TOTP
    private static let recovery = ["JBSWY-3DPEH", "MZXW6-YTBOI"]

    init() throws {
        site = try DemoSite()
        codes = try site.addSecondFactor(recoveryCodes: Self.recovery)
        visitor = try site.visitor()
    }

    /// As far as the page that asks for the code.
    private func arrive(_ visitor: Visitor) throws {
        #expect(try visitor.signInAtTheCounter("clerk@example.com").location == "/admin/login/code")
        #expect(try visitor.follow().heading == "Second factor")
    }

    private func recover(_ code: String) throws -> Answer {
        try visitor.submit("USE RECOVERY CODE") { try $0.type(code, in: "Recovery code") }
    }

    @Test func `the password leads to the code, and the code to the counter, with another session`() throws {
        try arrive(visitor)
        let half = try #require(visitor.cookies["session"])
        #expect(visitor.answer.body.contains("autocomplete=\"one-time-code\" inputmode=\"numeric\""))
        #expect(try visitor.typeCode(" \(site.code(codes).prefix(3)) \(site.code(codes).suffix(3)) ").location == "/admin")
        #expect(try visitor.follow().heading == "Counter")
        #expect(visitor.cookies["session"] != half)
        #expect(try visitor.get("/admin/login/code").location == "/admin")
        let thief = try site.visitor()
        thief.cookies["session"] = half
        #expect(try thief.get("/admin").location == "/admin/login")
        #expect(try thief.get("/admin/login/code").location == "/admin/login")
    }

    @Test(arguments: RouteRow.all)
    func `between the two steps every address answers as to a stranger, or sends to the code`(row: RouteRow) throws {
        let viewers = try Viewers()
        try viewers.site.addSecondFactor("admin@example.com")
        let (half, stranger) = (try viewers.site.visitor(), try viewers.site.visitor())
        #expect(try half.signInAtTheCounter("admin@example.com").location == "/admin/login/code")
        guard !row.pattern.hasPrefix("/admin/login"), row.pattern != "/logout" else { return }
        // Works once, for whoever is first.
        guard row.testDescription != "POST /confirm-email/{token}" else { return }
        let expected = try viewers.outcome(row, for: stranger)
        let found = try viewers.outcome(row, for: half)
        let access = try #require(Router.portal.routes.first { $0.method == row.method && $0.pattern == row.pattern }).access
        if case .anyone = access {
            // What a stranger would have to sign in for is refused.
            #expect(found == (expected == .in ? .forbidden : expected), "\(row.testDescription)")
        } else {
            #expect(half.answer.status == 303 && half.answer.location == "/admin/login/code", "\(row.testDescription)")
        }
    }

    @Test func `it ends after ten minutes, used or not`() throws {
        try arrive(visitor)
        site.clock.advance(minutes: 9)
        #expect(try visitor.get("/admin/login/code").status == 200)
        site.clock.advance(minutes: 1)
        #expect(try visitor.get("/admin/login/code").location == "/admin/login")
        #expect(try visitor.post("/admin/login/code", [("csrf", visitor.token), ("code", site.code(codes))]).status != 200)
        #expect(try visitor.get("/admin").location == "/admin/login")
    }

    @Test func `signing out in between ends it`() throws {
        try arrive(visitor)
        #expect(visitor.answer.links.allSatisfy { !$0.address.hasPrefix("/admin") })
        #expect(try visitor.submit("LOG OUT").location == "/")
        #expect(try visitor.get("/admin/login/code").location == "/admin/login")
    }

    @Test(arguments: ["", "000000", "12345", "abcdef", "JBSWY-3DPEH"])
    func `another code is refused, and counted`(typed: String) throws {
        try arrive(visitor)
        let answer = try visitor.typeCode(typed)
        #expect(
            answer.status == 422 && answer.problems.first?.hasPrefix("This is not the code that your telephone shows now") == true
        )
        #expect(try visitor.get("/admin").location == "/admin/login/code")
        #expect(try site.account("clerk@example.com").failures == 1)
    }

    @Test func `a code works once`() throws {
        try arrive(visitor)
        let code = site.code(codes)
        #expect(try visitor.typeCode(code).location == "/admin")
        let second = try site.visitor()
        try arrive(second)
        #expect(try second.typeCode(code).status == 422)
        // Neither does the one before it, which would still be in time.
        #expect(try second.typeCode(codes.code(at: site.clock.now.seconds / TOTP.period - 1)).status == 422)
        site.clock.advance(minutes: 1)
        #expect(try second.typeCode(site.code(codes)).location == "/admin")
    }

    @Test func `typed in eight windows at one moment, a code opens one`() throws {
        let code = site.code(codes)
        let site = site
        let found = Rush.run(8) { _ in
            let visitor = try site.visitor()
            try visitor.signInAtTheCounter("clerk@example.com")
            try visitor.follow()
            return visitor
        } act: { (visitor: Visitor) in
            try visitor.typeCode(code).status
        }
        #expect(found.sorted() == [303] + Array(repeating: 422, count: 7))
    }

    @Test func `wrong codes lock the account as wrong passwords do, and the password in between does not undo it`() throws {
        for _ in 0..<10 {
            try arrive(visitor)
            #expect(try visitor.typeCode("000000").status == 422)
        }
        #expect(try site.account("clerk@example.com").failures == 10)
        #expect(try visitor.typeCode(site.code(codes)).problems.first?.contains("opens again at 10:30 AM") == true)
        #expect(try site.visitor().signInAtTheCounter("clerk@example.com").status == 422)
        site.clock.advance(minutes: 30)
        try arrive(visitor)
        #expect(try visitor.typeCode(site.code(codes)).location == "/admin")
        #expect(try site.account("clerk@example.com").failures == 0)
    }

    @Test func `a recovery code lets in once, and is told on the page and by mail`() throws {
        try arrive(visitor)
        #expect(try recover("jbswy 3dpeh").location == "/admin/profile/second-factor?recovery=used")
        #expect(
            try visitor.follow().banner == "A recovery code you signed in with is used up. Codes left: 1 of 10.")
        #expect(try visitor.get("/admin").heading == "Counter")
        let mail = try #require(try site.outbox().last).message
        #expect(mail.recipient.address.rawValue == "clerk@example.com" && mail.kind == .secondFactor)
        #expect(mail.body.contains("somebody signed in to your account with a recovery code"))
        #expect(try site.count("SELECT count(*) FROM events WHERE what = 'recovery code used' AND staff_id IS NOT NULL") == 1)

        try visitor.submit("LOG OUT")
        try arrive(visitor)
        let again = try recover(Self.recovery[0])
        #expect(again.status == 422 && again.problems == ["This is none of your recovery codes, or it was used already"])
        #expect(try recover(Self.recovery[1]).status == 303)
        #expect(try site.outbox().count == 2)
    }

    @Test func `a locked account uses up no recovery code`() throws {
        try arrive(visitor)
        for _ in 0..<10 { #expect(try recover("AAAAA-AAAAA").status == 422) }
        #expect(try recover(Self.recovery[0]).problems.first?.contains("opens again at") == true)
        let id = try site.account("clerk@example.com").member.id
        #expect(try site.read { try $0.secondFactors.recoveryCodes(member: id) }.count == 2)
    }

    @Test func `a colleague's codes are no use`() throws {
        let other = try site.addSecondFactor("admin@example.com", recoveryCodes: ["AAAAA-BBBBB"])
        try arrive(visitor)
        #expect(try visitor.typeCode(site.code(other)).status == 422)
        #expect(try recover("AAAAA-BBBBB").status == 422)
    }

    @Test func `no hash in the records can be typed as a code, and no secret stands on the page`() throws {
        let id = try site.account("clerk@example.com").member.id
        let hashes = try site.read { try $0.secondFactors.recoveryCodes(member: id) }.map(\.hash)
        #expect(hashes.allSatisfy { $0.hasPrefix("$y$") })
        try arrive(visitor)
        for hash in hashes { #expect(try recover(hash).status == 422) }
        #expect(!visitor.answer.body.contains(Base32.encode(codes.secret)))
    }

    @Test func `wrong codes count for their network as well`() throws {
        try arrive(visitor)
        for _ in 0..<30 { #expect(try visitor.typeCode("000000").status == 422) }
        #expect(try visitor.typeCode("000000").status == 429)
    }
}
