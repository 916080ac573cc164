import Permitting
import Portal
import Storage
import Testing

/// Somebody new comes by a mailed link, and so does somebody who forgot the password.
struct StaffInvitationTests {
    private let site: DemoSite
    private let admin: Visitor

    init() throws {
        site = try DemoSite()
        admin = try site.staff("admin@example.com")
    }

    private func invite(
        _ name: String = "Noa New", _ email: String = "Noa@Example.com", _ role: String = "Cashier", as visitor: Visitor? = nil
    ) throws -> Answer {
        let visitor = visitor ?? admin
        try visitor.get("/admin/staff")
        try visitor.click("Invite somebody")
        return try visitor.submit("SEND INVITATION") { form in
            try form.type(name, in: "Name")
            try form.type(email, in: "Email")
            if !role.isEmpty { try form.choose(role, in: "Role") }
        }
    }

    /// What the mail program gets; nil where the mail does not leave.
    private func sealed(_ entry: OutboxStore.Entry) throws -> Message? {
        let base = try #require(BaseAddress(DemoSite.address))
        return try InvitationSeal(database: site.database) { base }.seal(entry.message, at: site.clock.now)
    }

    private func link(in message: Message) throws -> String {
        let found = try #require(message.body.firstMatch(of: #/http://localhost:8080(/admin/invitations/[A-Za-z0-9_-]{43})/#)?.1)
        return String(found)
    }

    private func lastSealed() throws -> Message? { try site.outbox().last.flatMap { try sealed($0) } }

    private func lastLink() throws -> String { try link(in: try #require(try lastSealed())) }

    private func set(_ password: String, at link: String) throws -> Answer {
        let visitor = try site.visitor()
        try visitor.get(link)
        return try visitor.submit("CONTINUE") { form in
            try form.type(password, in: "Password")
            try form.type(password, in: "Confirm Password")
        }
    }

    @Test func `the link is in the mail that leaves, and neither in the outbox nor on a page`() throws {
        let answer = try invite()
        let id = try site.account("noa@example.com").member.id
        #expect(answer.location == "/admin/staff/\(id)?done=invited")
        #expect(try admin.follow().banner == "The link to set a password is on its way.")
        #expect(admin.answer.facts["Account"] == "INVITED until Mon, Nov 23, 2026, 10:00 AM")
        let entry = try #require(try site.outbox().last)
        #expect(entry.message.kind == .staffInvitation && entry.message.staff == id)
        #expect(entry.message.recipient.name == "Noa New" && !entry.message.body.contains("/admin/invitations/"))
        #expect(try admin.get("/admin/mail").body.contains("/admin/invitations/") == false)

        let link = try link(in: try #require(try sealed(entry)))
        #expect(try set(DemoSite.longPassword, at: link).location == "/admin/login")
        #expect(try site.visitor().signInAtTheCounter("noa@example.com", DemoSite.longPassword).location == "/admin")
        #expect(try site.account("noa@example.com").member.role == .cashier)
        #expect(try site.details(of: "staff invited") == ["noa@example.com as cashier"])
    }

    @Test func `sent again, the first link works no more`() throws {
        _ = try invite()
        let first = try lastLink()
        try admin.follow()
        #expect(try admin.submit("SEND THE INVITATION AGAIN").status == 303)
        #expect(try site.visitor().get(first).status == 404)
        let second = try lastLink()
        #expect(try set(DemoSite.longPassword, at: second).status == 303)
        #expect(try site.details(of: "staff sent a link") == ["noa@example.com"])
    }

    @Test func `a mail that comes too late, or for a closed account or one that has its password, does not leave`() throws {
        _ = try invite()
        let entry = try #require(try site.outbox().last)
        let (id, now) = (try site.account("noa@example.com").member.id, site.clock.now)
        try site.write { try $0.staff.deactivate(member: id, at: now) }
        #expect(try sealed(entry) == nil)
        try site.write { records in
            try records.staff.reactivate(member: id)
            try records.staff.invite(id, tokenHash: nil, until: now.adding(minutes: 10))
        }
        #expect(try sealed(entry) != nil)
        try site.write { try $0.staff.setPassword("hash", member: id) }
        #expect(try sealed(entry) == nil)
        try site.write { try $0.staff.invite(id, tokenHash: nil, until: now.adding(minutes: 10)) }
        site.clock.advance(minutes: 10)
        #expect(try sealed(entry) == nil)
    }

    @Test func `where no mail leaves, the link stands on the page that answers, once`() throws {
        let site = try DemoSite(sendsMail: false)
        let admin = try site.staff("admin@example.com")
        let answer = try invite(as: admin)
        let id = try site.account("noa@example.com").member.id
        #expect(answer.status == 200 && answer.response.headers["Cache-Control"] == "no-store")
        let link = try #require(answer.text.firstMatch(of: #/http://localhost:8080(/admin/invitations/[A-Za-z0-9_-]{43})/#)?.1)
        #expect(try site.visitor().get(String(link)).heading == "Welcome, Noa New")
        #expect(try site.outbox().isEmpty)
        #expect(try !admin.get("/admin/staff/\(id)").body.contains("/admin/invitations/"))
    }

    @Test func `a forgotten password: the link works a day, the old password until another is set, the second factor stays`()
        throws
    {
        let codes = try site.addSecondFactor()
        let clerk = try site.account("clerk@example.com").member.id
        let colleague = try site.staff()
        try admin.get("/admin/staff/\(clerk)")
        #expect(try admin.submit("SEND A NEW LINK").status == 303)
        let mail = try #require(try lastSealed())
        #expect(mail.subject == "Set a new password – Kootenai County" && mail.body.contains("for 24 hours"))
        let link = try link(in: mail)
        #expect(try colleague.get("/admin").status == 200)
        #expect(try site.visitor().signInAtTheCounter("clerk@example.com").location == "/admin/login/code")
        // Beside the second factor eight characters will do.
        #expect(try set("heron42!", at: link).location == "/admin/login")
        #expect(try colleague.get("/admin").location == "/admin/login")
        #expect(try site.outbox().last?.message.kind == .passwordChanged)
        let visitor = try site.visitor()
        #expect(try visitor.signInAtTheCounter("clerk@example.com", "heron42!").location == "/admin/login/code")
        try visitor.follow()
        #expect(try visitor.typeCode(site.code(codes)).location == "/admin")
        #expect(try site.visitor().get(link).status == 404)
    }

    @Test func `a link for an account in use ends after a day`() throws {
        let clerk = try site.account("clerk@example.com").member.id
        try admin.get("/admin/staff/\(clerk)")
        try admin.submit("SEND A NEW LINK")
        let link = try lastLink()
        site.clock.advance(minutes: 24 * 60 - 1)
        #expect(try site.visitor().get(link).status == 200)
        site.clock.advance(minutes: 1)
        #expect(try site.visitor().get(link).status == 404)
    }

    @Test(arguments: [
        ("", "noa@example.com", "Clerk", "Fill in Name"),
        ("Noa", "noa", "Clerk", "Enter an email address, like name@example.com"),
        ("Noa", "", "Clerk", "Enter an email address, like name@example.com"), ("Noa", "noa@example.com", "", "Choose a role"),
        ("Noa", "CLERK@example.com", "Clerk", "Somebody of the office has this address already"),
        ("Noa\u{7}", "noa@example.com", "Clerk", "This holds a character that cannot be saved"),
        (String(repeating: "n", count: 101), "noa@example.com", "Clerk", "Name may have at most 100 characters"),
    ])
    func `what will not do is refused with the reason, and nobody is added`(
        name: String, email: String, role: String, reason: String
    ) throws {
        let before = try site.count("SELECT count(*) FROM staff")
        let answer = try invite(name, email, role)
        #expect(answer.status == 422 && answer.problems == [reason])
        #expect(try site.count("SELECT count(*) FROM staff") == before && site.outbox().isEmpty)
    }

    @Test func `a mail of another kind leaves as it is`() throws {
        try site.addMail("Hello", body: "(The link is made when this mail leaves.)")
        let entry = try #require(try site.outbox().last)
        #expect(try sealed(entry) == entry.message)
    }
}
