import Credentials
import Permitting
import Storage
import Testing

@testable import Portal

/// `/admin/profile/second-factor`: setting it up, renewing its recovery codes, turning it off.
struct SecondFactorTests {
    private let site: DemoSite
    private let clerk: Visitor

    init() throws {
        site = try DemoSite()
        clerk = try site.staff()
    }

    private func press(_ button: String, _ password: String = DemoSite.password, as visitor: Visitor? = nil) throws -> Answer {
        let visitor = visitor ?? clerk
        try visitor.get("/admin/profile/second-factor")
        return try visitor.submit(button) { try $0.type(password, in: "Current Password") }
    }

    /// The secret that the page shows, as the telephone has it.
    private func shown(on visitor: Visitor? = nil, of email: String = "clerk@example.com") throws -> TOTP {
        let id = try site.account(email).member.id
        let secret = try #require(try site.read { try $0.secondFactors.find(member: id) }?.newSecret)
        let codes = TOTP(secret: secret)
        #expect((visitor ?? clerk).answer.facts["Secret"] == codes.groupedSecret)
        return codes
    }

    private func confirm(_ code: String, as visitor: Visitor? = nil) throws -> Answer {
        try (visitor ?? clerk).submit("CONFIRM") { try $0.type(code, in: "Authentication code") }
    }

    private func codes(on answer: Answer) -> [String] { answer.page.all("ol").flatMap { $0.all("code") }.map(\.text) }

    private func isOn() throws -> Bool { try site.account("clerk@example.com").hasSecondFactor }

    @Test func `it is set up with the password and a code, and its ten recovery codes stand there once`() throws {
        try clerk.get("/admin/profile")
        try clerk.click("Set up a second factor")
        let other = try site.staff()
        #expect(try press("SET UP").location == "/admin/profile/second-factor")
        try clerk.follow()
        let totp = try shown()
        #expect(try !isOn())
        let answer = try confirm(site.code(totp))
        #expect(answer.status == 200 && answer.heading == "Recovery codes" && answer.banner == "Your second factor is on.")
        #expect(answer.response.headers["Cache-Control"] == "no-store")
        let codes = codes(on: answer)
        #expect(Set(codes).count == 10 && codes.allSatisfy { RecoveryCode.normalized($0) == $0 })
        #expect(try isOn() && other.get("/admin").location == "/admin/login")
        #expect(try clerk.click("CONTINUE").heading == "Counter")
        try clerk.get("/admin/profile/second-factor")
        #expect(clerk.answer.facts["Recovery codes left"] == "10 of 10")
        for code in codes { #expect(!clerk.answer.body.contains(code)) }
        #expect(try site.outbox().map(\.message.subject) == ["Your second factor was set up – Kootenai County"])
        #expect(try site.count("SELECT count(*) FROM events WHERE what = 'second factor set up' AND staff_id IS NOT NULL") == 1)
        // LOG OUT on the page of the codes belongs to the session that began there.
        #expect(try clerk.submit("LOG OUT").location == "/")
    }

    @Test func `the square code says what the address says`() throws {
        _ = try press("SET UP")
        try clerk.follow()
        let totp = try shown()
        let address = try #require(clerk.answer.facts["As an address"])
        #expect(address == totp.address(account: "clerk@example.com", issuer: "Kootenai County"))
        let code = try #require(QRCode(address))
        #expect(clerk.answer.page.all("path").first?.attributes["d"] == code.path)
        #expect(clerk.answer.page.all("svg").first?.attributes["viewBox"] == "0 0 \(code.side) \(code.side)")
        #expect(!clerk.answer.body.contains("style=") && !clerk.answer.body.contains("data:"))
    }

    @Test(arguments: ["wrong", ""])
    func `without the password nothing is begun, renewed or turned off`(password: String) throws {
        #expect(try press("SET UP", password).status == 422)
        let id = try site.account("clerk@example.com").member.id
        #expect(try site.read { try $0.secondFactors.find(member: id) } == nil)
        try site.addSecondFactor(recoveryCodes: ["JBSWY-3DPEH"])
        for button in ["SET UP ANOTHER TELEPHONE", "NEW RECOVERY CODES", "TURN OFF"] {
            #expect(try press(button, password).status == 422)
        }
        #expect(try isOn() && site.read { try $0.secondFactors.recoveryCodes(member: id) }.count == 1)
        #expect(try site.outbox().isEmpty)
    }

    @Test func `a wrong code confirms nothing, and the secret stays for another try`() throws {
        _ = try press("SET UP")
        try clerk.follow()
        let totp = try shown()
        let answer = try confirm("000000")
        #expect(answer.status == 422 && answer.problems.first?.hasPrefix("This is not the code") == true)
        #expect(try shown().secret == totp.secret && !isOn())
        #expect(try confirm(site.code(totp)).status == 200 && isOn())
    }

    @Test func `what was begun half an hour ago is begun anew`() throws {
        _ = try press("SET UP")
        try clerk.follow()
        let totp = try shown()
        site.clock.advance(minutes: 30)
        #expect(try confirm(site.code(totp)).location == "/admin/profile/second-factor")
        #expect(try clerk.follow().facts["Secret"] == nil && !isOn())
    }

    @Test func `the code that confirmed it does not sign in too`() throws {
        _ = try press("SET UP")
        try clerk.follow()
        let totp = try shown()
        _ = try confirm(site.code(totp))
        let visitor = try site.visitor()
        try visitor.signInAtTheCounter("clerk@example.com")
        try visitor.follow()
        #expect(try visitor.typeCode(site.code(totp)).status == 422)
        site.clock.advance(minutes: 1)
        #expect(try visitor.typeCode(site.code(totp)).location == "/admin")
    }

    @Test func `another telephone takes over only once its code was typed`() throws {
        let old = try site.addSecondFactor()
        #expect(try press("SET UP ANOTHER TELEPHONE").status == 303)
        try clerk.follow()
        let new = try shown()
        let id = try site.account("clerk@example.com").member.id
        #expect(try site.read { try $0.secondFactors.find(member: id) }?.secret == old.secret)
        #expect(try confirm(site.code(old)).status == 422)
        #expect(try confirm(site.code(new)).status == 200)
        #expect(try site.read { try $0.secondFactors.find(member: id) }?.secret == new.secret)
    }

    @Test func `new recovery codes end the old ones`() throws {
        try site.addSecondFactor(recoveryCodes: ["JBSWY-3DPEH"])
        let answer = try press("NEW RECOVERY CODES")
        #expect(answer.status == 200 && codes(on: answer).count == 10)
        let id = try site.account("clerk@example.com").member.id
        let hashes = try site.read { try $0.secondFactors.recoveryCodes(member: id) }.map(\.hash)
        #expect(try hashes.allSatisfy { try !PasswordHash.verify("JBSWY-3DPEH", against: $0) })
        #expect(try PasswordHash.verify(codes(on: answer)[0], against: hashes[0]))
        #expect(try site.outbox().map(\.message.subject) == ["New recovery codes – Kootenai County"])
    }

    @Test func `turned off, the password alone signs in again`() throws {
        try site.addSecondFactor(recoveryCodes: ["JBSWY-3DPEH"])
        #expect(try press("TURN OFF").location == "/admin/profile/second-factor?off=yes")
        #expect(try clerk.follow().banner == "Your second factor is off. The recovery codes work no more.")
        #expect(try !isOn())
        #expect(try site.visitor().signInAtTheCounter("clerk@example.com").location == "/admin")
        #expect(try site.outbox().map(\.message.subject) == ["Your second factor was turned off – Kootenai County"])
    }

    @Test func `banners speak of what is, whatever the address says`() throws {
        for query in ["recovery=used", "off=yes"] {
            let isRight = query == "off=yes"
            #expect((try clerk.get("/admin/profile/second-factor?" + query).banner != nil) == isRight, "\(query)")
        }
    }

    // Where the agency's administrators need one.

    private static func strict() throws -> DemoSite {
        try DemoSite {
            $0.replacing("\"administratorsNeedSecondFactor\": false", with: "\"administratorsNeedSecondFactor\": true")
        }
    }

    @Test func `an administrator who needs one sets it up first, and can do nothing else until then`() throws {
        let site = try Self.strict()
        let admin = try site.visitor()
        #expect(try admin.signInAtTheCounter("admin@example.com").location == "/admin/profile/second-factor")
        #expect(try admin.follow().text.contains("Your account needs a second factor"))
        let half = admin.cookies["session"]
        for address in ["/admin", "/admin/staff", "/admin/profile", "/admin/profile/sessions", "/admin/login/code"] {
            #expect(try admin.get(address).location == "/admin/profile/second-factor", "\(address)")
        }
        try admin.get("/admin/profile/second-factor")
        #expect(admin.answer.forms.allSatisfy { $0["Current Password"] == nil })
        try admin.submit("SET UP")
        try admin.follow()
        let id = try site.account("admin@example.com").member.id
        let secret = try #require(try site.read { try $0.secondFactors.find(member: id) }?.newSecret)
        #expect(try confirm(site.code(TOTP(secret: secret)), as: admin).heading == "Recovery codes")
        #expect(admin.cookies["session"] != half)
        let page = try admin.twin()
        #expect(try admin.click("CONTINUE").heading == "Counter")
        #expect(try page.submit("LOG OUT").location == "/")
    }

    @Test func `it cannot be turned off there, and others do without`() throws {
        let site = try Self.strict()
        try site.addSecondFactor("admin@example.com")
        let admin = try site.staff("admin@example.com")
        try admin.get("/admin/profile/second-factor")
        #expect(admin.answer.text.contains("The office's administrators need a second factor, so it cannot be turned off."))
        let forged = try admin.post(
            "/admin/profile/second-factor",
            [("csrf", admin.token), ("deed", "removal"), ("current-password", DemoSite.password)])
        #expect(forged.status == 422)
        #expect(try site.account("admin@example.com").hasSecondFactor)
        #expect(try site.visitor().signInAtTheCounter("clerk@example.com").location == "/admin")
    }

    @Test func `whoever is to set one up cannot make codes or turn anything off on the way`() throws {
        let site = try Self.strict()
        let admin = try site.visitor()
        try admin.signInAtTheCounter("admin@example.com")
        try admin.follow()
        for deed in ["recovery-codes", "removal"] {
            try admin.post("/admin/profile/second-factor", [("csrf", admin.token), ("deed", deed)])
            #expect(try admin.get("/admin").location == "/admin/profile/second-factor", "\(deed)")
        }
        let id = try site.account("admin@example.com").member.id
        #expect(try site.read { try $0.secondFactors.recoveryCodes(member: id) }.isEmpty)
    }
}
