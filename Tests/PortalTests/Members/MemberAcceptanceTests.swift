import Credentials
import Permitting
import Storage
import Testing

/// The one-time link by which somebody takes up a company's invitation.
struct MemberAcceptanceTests {
    private static let password = "Faucet1968"

    private let site: DemoSite
    private let visitor: Visitor
    private let link: String

    init() throws {
        site = try DemoSite()
        visitor = try site.visitor()
        link = try site.invitationLink(of: try site.addMember("Pat Plumber", "Pat@example.com", password: nil))
    }

    @discardableResult
    private func accept(_ password: String = password, _ again: String? = nil) throws -> Answer {
        try visitor.get(link)
        return try visitor.submit("CONTINUE") { form in
            try form.type(password, in: "Password")
            try form.type(again ?? password, in: "Confirm Password")
        }
    }

    private func logins() throws -> Int { try site.count("SELECT count(*) FROM member_logins") }

    @Test func `it sets a password, and that opens the company's dashboard with the member's name`() throws {
        #expect(try visitor.get(link).heading == "Welcome, Pat Plumber")
        #expect(
            visitor.answer.text.contains("RICH CONTRACTOR invites you") && visitor.answer.text.contains("Minimum of 6 characters")
        )
        #expect(try accept().location == "/login?joined=yes")
        #expect(visitor.cookies["session"] == nil)
        #expect(try visitor.follow().banner == "You have joined. Sign in with your email address and your password.")
        #expect(try visitor.signIn(email: "pat@EXAMPLE.com", Self.password).location == "/dashboard")
        #expect(try visitor.follow().text.contains("LOGGED IN AS: RICH CONTRACTOR (Pat Plumber)"))
        #expect(try site.events() == ["Pat Plumber: invitation accepted", "Pat Plumber: signed in"])
    }

    @Test func `it works once`() throws {
        try accept()
        #expect(try visitor.get(link).heading == "This invitation does not work any more")
        #expect(visitor.answer.status == 404)
        let fields = [("password", "Another1968"), ("confirmation", "Another1968")]
        #expect(try visitor.post(link, [("csrf", visitor.token)] + fields).status == 404)
        #expect(try visitor.signIn(email: "pat@example.com", "Another1968").status == 422)
        #expect(try visitor.signIn(email: "pat@example.com", Self.password).location == "/dashboard")
    }

    @Test func `it works for three days from when the mail left`() throws {
        site.clock.advance(minutes: 72 * 60 - 1)
        #expect(try visitor.get(link).status == 200)
        site.clock.advance(minutes: 1)
        #expect(try visitor.get(link).status == 404)
        let fields = [("csrf", visitor.token), ("password", Self.password), ("confirmation", Self.password)]
        #expect(try visitor.post(link, fields).status == 404)
        #expect(try logins() == 0)
    }

    @Test func `its address is in nobody's referrer, and in no log`() throws {
        #expect(try visitor.get(link).response.headers.values(of: "Referrer-Policy") == ["no-referrer"])
        #expect(visitor.answer.page.all("meta").contains { $0.attributes["content"] == "no-referrer" })
        #expect(try accept("x").response.headers.values(of: "Referrer-Policy") == ["no-referrer"])
        #expect(site.site.loggedPath(link, route: .max) == "/invitations/{token}")
    }

    @Test(arguments: [
        ("Ab1", "Ab1", "The password needs at least 6 characters"), ("", "", "Type a password"),
        ("Faucet1968", "Faucet196", "The two passwords are not the same"),
        ("Rich Contractor1", "Rich Contractor1", "This password is too easy to guess"),
        ("faucets", "faucets", "The password needs at least 1 number"),
    ])
    func `a password against the agency's rule is refused with the reason`(password: String, again: String, reason: String) throws
    {
        let answer = try accept(password, again)
        #expect(answer.status == 422 && answer.problems.first?.hasPrefix(reason) == true)
        #expect(try logins() == 0 && (try visitor.get(link)).status == 200)
    }

    @Test func `another token, a cut one, its hash and one of the office open nothing`() throws {
        let token = String(link.dropFirst("/invitations/".count))
        let hash = Base64URL.encode(try #require(RandomToken(text: token)).hash)
        let office = try site.enrollment.invite(email: "new@example.com", name: "Noa New", role: .clerk)
        for odd in [
            RandomToken().text, String(token.dropLast()), hash, "x", token + "A", String(office.split(separator: "/")[2]),
        ] {
            #expect(try visitor.get("/invitations/" + odd).status == 404)
        }
        #expect(try visitor.get("/admin" + link).status == 404)
    }

    @Test func `looking at the page takes nothing up`() throws {
        for _ in 0..<3 { #expect(try visitor.get(link).status == 200) }
        #expect(try logins() == 0)
        #expect(try site.events().isEmpty)
    }

    @Test func `who has a login at another company joins with its password, and no other`() throws {
        try site.addMember("Bea Bookkeeper", "bea@example.com", of: DemoSite.second)
        let link = try site.invitationLink(of: try site.addMember("Bea B.", "Bea@example.com", password: nil))
        #expect(try visitor.get(link).text.contains("You have a login here already."))
        #expect(visitor.answer.forms.allSatisfy { $0["Confirm Password"] == nil })
        func join(_ password: String) throws -> Answer {
            try visitor.get(link)
            return try visitor.submit("CONTINUE") { try $0.type(password, in: "Password") }
        }
        #expect(try join("Wrong1968").problems == ["This is not the password of your login"])
        #expect(try join("").problems == ["Type your password"])
        // A password of one's own choice is none of hers.
        let fields = [("csrf", visitor.token), ("password", Self.password), ("confirmation", Self.password)]
        #expect(try visitor.post(link, fields).status == 422)
        #expect(try join(DemoSite.password).location == "/login?joined=yes")
        #expect(try logins() == 1)
        #expect(try visitor.signIn(email: "bea@example.com").location == "/profile/companies?next=%2Fdashboard")
    }

    @Test func `wrong passwords on the page lock the login as they do at sign-in`() throws {
        let bea = try site.addMember("Bea Bookkeeper", "bea@example.com", of: DemoSite.second)
        let link = try site.invitationLink(of: try site.addMember("Bea B.", "bea@example.com", password: nil))
        for _ in 0..<10 {
            try visitor.get(link)
            try visitor.submit("CONTINUE") { try $0.type("Wrong1968", in: "Password") }
        }
        #expect(try site.read { try $0.members.find(id: bea) }?.lockedUntil == site.clock.now.adding(minutes: 30))
        try visitor.get(link)
        let answer = try visitor.submit("CONTINUE") { try $0.type(DemoSite.password, in: "Password") }
        #expect(answer.problems.first?.hasPrefix("There were too many wrong passwords.") == true)
        #expect(try site.count("SELECT count(*) FROM members WHERE joined_at IS NOT NULL") == 1)
    }
}
