import HTTP
import Permitting
import Storage
import Testing

/// The page behind the link in the mail.
struct ResetPasswordTests {
    private static let company = "SECOND STREET BUILDERS"
    private static let new = "NewRoad42"

    private let site: DemoSite
    private let visitor: Visitor
    private let link: String

    init() throws {
        site = try DemoSite()
        visitor = try site.visitor()
        link = try site.resetLink(of: DemoSite.second)
    }

    @discardableResult
    private func set(
        _ password: String = new, _ again: String? = nil, answer: String = "Chevrolet",
        _ fill: (inout FormOnPage) throws -> Void = { _ in }
    ) throws -> Answer {
        try visitor.get(link)
        return try visitor.submit("RESET PASSWORD") { form in
            for control in form.controls where control.name.hasPrefix("answer-") { try form.type(answer, in: control.name) }
            try form.type(password, in: "Password")
            try form.type(again ?? password, in: "Confirm Password")
            try fill(&form)
        }
    }

    private func signIn(_ password: String) throws -> Int { try site.visitor().signIn(Self.company, password).status }

    @Test func `it sets the password, signs nobody in, and ends every session of the account`() throws {
        let other = try site.contractor(DemoSite.second)
        #expect(try set().location == "/login?reset=yes")
        #expect(visitor.cookies["session"] == nil)
        #expect(try visitor.follow().banner == "Your new password is set. Sign in with it.")
        #expect(try other.get("/dashboard").location == "/login?next=%2Fdashboard")
        #expect(try signIn(DemoSite.password) == 422)
        #expect(try signIn(Self.new) == 303)
        #expect(try site.count("SELECT count(*) FROM events WHERE what = 'password set by mail'") == 1)
    }

    @Test func `the change is told by mail`() throws {
        try set()
        let mail = try #require(try site.outbox().first).message
        #expect(mail.kind == .passwordChanged && mail.recipient.address.rawValue == "second@example.com")
        #expect(mail.body.contains("- SECOND STREET BUILDERS (AEC0207)") && mail.body.contains("On Fri, Nov 20, 2026, 10:00 AM"))
    }

    @Test func `it works once, and so does an earlier link`() throws {
        let other = try site.resetLink(of: DemoSite.second)
        try set()
        for dead in [link, other] {
            #expect(try visitor.get(dead).status == 404)
            #expect(visitor.answer.heading == "This link does not work any more")
            try visitor.get("/login")
            #expect(
                try visitor.post(dead, [("csrf", visitor.token), ("password", "Other4242"), ("confirmation", "Other4242")]).status
                    == 404)
        }
        #expect(try signIn(Self.new) == 303)
    }

    @Test func `a locked account is opened by it`() throws {
        for _ in 0..<10 { #expect(try signIn("wrong1") == 422) }
        #expect(try signIn(DemoSite.password) == 422)
        #expect(try set().status == 303)
        #expect(try signIn(Self.new) == 303)
    }

    @Test func `the security question is asked, and a wrong answer counts as a wrong password does`() throws {
        #expect(try visitor.get(link).facts["Security Question"] == "CAR")
        let label = "SECOND STREET BUILDERS (AEC0207)"
        #expect(try set(answer: "").problems == ["Type the secret answer of \(label)"])
        #expect(try site.credentials(DemoSite.second).failures == 0)
        #expect(try set(answer: "Ford").problems == ["This is not the secret answer of \(label)"])
        #expect(try site.credentials(DemoSite.second).failures == 1)
        #expect(try signIn(DemoSite.password) == 303)
        #expect(try set(answer: " chevrolet ").status == 303)
    }

    @Test func `ten wrong answers end the link`() throws {
        for _ in 0..<10 { #expect(try set(answer: "Ford").status == 422) }
        #expect(try visitor.get(link).status == 404)
        #expect(try signIn(DemoSite.password) == 422)
        site.clock.advance(minutes: 30)
        #expect(try signIn(DemoSite.password) == 303)
    }

    @Test(arguments: [
        ("", "", "Type a password"),
        ("short", "short", "The password needs at least 6 characters. The password needs at least 1 number"),
        ("NewRoad42", "NewRoad43", "The two passwords are not the same"),
        (
            "AEC0207", "AEC0207",
            "This password is too easy to guess: it is only a name that belongs to you or the office, if with numbers around it. Put several words together"
        ),
    ])
    func `a password that will not do is refused with the reason`(password: String, again: String, reason: String) throws {
        let answer = try set(password, again)
        #expect(answer.status == 422 && answer.problems == [reason])
        #expect(answer.response.headers.values(of: "Referrer-Policy") == ["no-referrer"])
        #expect(try signIn(DemoSite.password) == 303)
        #expect(try visitor.get(link).status == 200)
    }

    @Test func `only the accounts that are ticked get it, and all are at first`() throws {
        let id = try site.addAccount("SECOND STREET ROOFING", license: "AEC0999", email: "second@example.com")
        let before = try site.credentials("AEC0999").passwordHash
        try visitor.get(link)
        #expect(
            visitor.answer.forms.first { $0.action == link }?.controls.filter { $0.kind == "checkbox" }.map(\.isSent) == [
                true, true,
            ])
        #expect(try set { try $0.tick(String(id), false) }.status == 303)
        #expect(try site.credentials("AEC0999").passwordHash == before)
        #expect(try signIn(Self.new) == 303)
    }

    @Test func `nobody is reset when none is ticked`() throws {
        let id = try site.credentials(DemoSite.second).id
        #expect(try set { try $0.tick(String(id), false) }.problems == ["Tick the accounts that get the new password"])
        #expect(try signIn(DemoSite.password) == 303)
    }

    @Test func `an account of another address cannot be slipped in`() throws {
        let (rich, second) = (try site.credentials(DemoSite.rich), try site.credentials(DemoSite.second))
        let answer = try set { form in
            form.forge("account", String(rich.id))
            form.forge("answer-\(rich.id)", "Chevrolet")
        }
        #expect(answer.status == 422)
        #expect(try site.credentials(DemoSite.rich).passwordHash == nil)
        #expect(try site.credentials(DemoSite.second).passwordHash == second.passwordHash)
    }

    @Test func `its address is in nobody's referrer and in no log`() throws {
        #expect(try visitor.get(link).response.headers.values(of: "Referrer-Policy") == ["no-referrer"])
        #expect(
            visitor.answer.page.all("meta").contains {
                $0.attributes["name"] == "referrer" && $0.attributes["content"] == "no-referrer"
            })
        let route = site.site.place(of: .get, try Request(.get, link).target).route
        #expect(site.site.loggedPath(link, route: route) == "/reset-password/{token}")
        #expect(try visitor.post(link, [("csrf", "forged")]).status == 403)
        let token = String(link.dropFirst("/reset-password/".count))
        #expect(!site.log.lines.isEmpty && site.log.lines.allSatisfy { !$0.contains(token) })
    }

    @Test func `another token, a cut one and an old one are not found`() throws {
        for odd in [
            String(link.dropLast()), link + "A", "/reset-password/x", "/reset-password/" + String(repeating: "A", count: 43),
        ] {
            #expect(try visitor.get(odd).status == 404)
        }
        site.clock.advance(minutes: 30)
        #expect(try visitor.get(link).status == 404)
    }
}
