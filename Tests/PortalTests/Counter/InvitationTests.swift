import Credentials
import Permitting
import Storage
import Testing

@testable import Portal

/// The one-time link for somebody new at the office.
struct InvitationTests {
    private static let password = "three quiet herons"

    private let site: DemoSite
    private let visitor: Visitor
    private let link: String

    init() throws {
        site = try DemoSite()
        visitor = try site.visitor()
        link = try site.enrollment.invite(email: "New@example.com", name: "Noa New", role: .cashier)
    }

    private func set(_ password: String, _ again: String? = nil) throws -> Answer {
        try visitor.get(link)
        return try visitor.submit("CONTINUE") { form in
            try form.type(password, in: "Password")
            try form.type(again ?? password, in: "Confirm Password")
        }
    }

    @Test func `it sets a password, and that opens the counter`() throws {
        #expect(try visitor.get(link).heading == "Welcome, Noa New")
        #expect(try set(Self.password).location == "/admin/login")
        #expect(visitor.cookies["session"] == nil)
        #expect(try visitor.signInAtTheCounter("new@example.com", Self.password).location == "/admin")
        #expect(try visitor.follow().text.contains("Noa New"))
    }

    @Test func `it works once`() throws {
        _ = try set(Self.password)
        #expect(try visitor.get(link).status == 404)
        #expect(
            try visitor.post(
                link, [("csrf", visitor.token), ("password", "another password"), ("confirmation", "another password")]
            ).status == 404)
        #expect(try visitor.signInAtTheCounter("new@example.com", Self.password).location == "/admin")
    }

    @Test func `it works for three days`() throws {
        site.clock.advance(minutes: 72 * 60 - 1)
        #expect(try visitor.get(link).status == 200)
        site.clock.advance(minutes: 1)
        #expect(try visitor.get(link).status == 404)
    }

    @Test func `its address is in nobody's referrer`() throws {
        #expect(try visitor.get(link).response.headers.values(of: "Referrer-Policy") == ["no-referrer"])
        #expect(
            visitor.answer.page.all("meta").contains {
                $0.attributes["name"] == "referrer" && $0.attributes["content"] == "no-referrer"
            })
        #expect(try set("short").response.headers.values(of: "Referrer-Policy") == ["no-referrer"])
    }

    @Test(arguments: [
        ("short", "short", "The password needs at least 15 characters"), ("", "", "Type a password"),
        ("three quiet herons", "three quiet heron", "The two passwords are not the same"),
        (String(repeating: "x", count: 128), "", "The password may have at most 127 characters"),
        ("newnewnewnew\u{7}new", "", "The password holds a character that cannot be typed everywhere"),
    ])
    func `a password that will not do is refused with the reason`(password: String, again: String, reason: String) throws {
        let answer = try set(password, again)
        #expect(answer.status == 422 && answer.problems == [reason])
        #expect(try site.read { try $0.staff.credentials(email: "new@example.com") }?.passwordHash == nil)
        #expect(try visitor.get(link).status == 200)
    }

    @Test func `another token, a cut one and its hash are not found`() throws {
        let token = String(link.dropFirst("/admin/invitations/".count))
        let hash = Base64URL.encode(try #require(RandomToken(text: token)).hash)
        for odd in [RandomToken().text, String(token.dropLast()), hash, "x", token + "A"] {
            #expect(try visitor.get("/admin/invitations/" + odd).status == 404)
        }
    }

    @Test func `a mail address is invited once, and has to be one`() throws {
        #expect(throws: Enrollment.Refusal.self) {
            try site.enrollment.invite(email: "NEW@example.com", name: "Other", role: .clerk)
        }
        #expect(throws: Enrollment.Refusal.self) { try site.enrollment.invite(email: "nobody", name: "Other", role: .clerk) }
        #expect(throws: Enrollment.Refusal.self) { try site.enrollment.issuePIN(license: "NONE") }
    }
}
