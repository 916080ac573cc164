import Permitting
import Storage
import Testing

/// A forgotten password of somebody with a login of their own.
struct MemberResetTests {
    private static let new = "Faucet1968"
    private static let email = "second@example.com"

    private let site: DemoSite
    private let visitor: Visitor
    private let sam: Int

    /// Sam has the address of the company's shared login, and works for another company too.
    init() throws {
        site = try DemoSite()
        visitor = try site.visitor()
        sam = try site.addMember("Sam Second", Self.email, of: DemoSite.second)
        try site.addMember("Sam at Rich", Self.email)
    }

    private func ask(_ email: String) throws {
        try visitor.get("/forgot-password")
        try visitor.submit("RESET PASSWORD") { try $0.type(email, in: "Email") }
        try visitor.submit("CONTINUE")
    }

    private func reset(ticking isTicked: (company: Bool, member: Bool)) throws -> Answer {
        let company = try site.credentials(DemoSite.second).id
        try visitor.get(try site.resetLink(of: DemoSite.second))
        return try visitor.submit("RESET PASSWORD") { form in
            try form.tick(String(company), isTicked.company)
            try form.tick("member", isTicked.member)
            if isTicked.company { try form.type("Chevrolet", in: "answer-\(company)") }
            try form.type(Self.new, in: "Password")
            try form.type(Self.new, in: "Confirm Password")
        }
    }

    @Test func `one mail names the shared login and the own one, and the page has both ticked`() throws {
        try ask("SECOND@example.com")
        let mail = try #require(try site.outbox().first).message
        #expect(
            mail.body.contains(
                "- SECOND STREET BUILDERS (AEC0207)\n- Sam Second at SECOND STREET BUILDERS (AEC0207), RICH CONTRACTOR (AEC0119)")
        )
        #expect(try site.outbox().count == 1)
        let page = try visitor.get(try site.resetLink(of: DemoSite.second))
        let boxes = try #require(page.forms.first { $0.action.hasPrefix("/reset-password/") }).controls.filter {
            $0.kind == "checkbox"
        }
        #expect(boxes.count == 2 && boxes.allSatisfy(\.isSent))
    }

    @Test func `only what is ticked gets the new password, and only its sessions end`() throws {
        let (member, shared) = (try site.member(sam), try site.contractor(DemoSite.second))
        #expect(try reset(ticking: (false, true)).location == "/login?reset=yes")
        #expect(try member.get("/dashboard").status == 303 && (try shared.get("/dashboard")).status == 200)
        #expect(try visitor.signIn(email: Self.email, Self.new).location?.hasPrefix("/profile/companies") == true)
        #expect(try site.visitor().signIn("SECOND STREET BUILDERS", DemoSite.password).location == "/dashboard")
        #expect(try site.events(of: DemoSite.second).first == "Sam Second: password set by mail")
        #expect(try #require(try site.outbox().last).message.body.contains("- Sam Second at SECOND STREET BUILDERS"))
    }

    @Test func `the shared login alone leaves the people signed in`() throws {
        let (member, shared) = (try site.member(sam), try site.contractor(DemoSite.second))
        #expect(try reset(ticking: (true, false)).location == "/login?reset=yes")
        #expect(try member.get("/dashboard").status == 200 && (try shared.get("/dashboard")).status == 303)
        #expect(try visitor.signIn(email: Self.email).location?.hasPrefix("/profile/companies") == true)
    }

    @Test func `a locked login opens by mail`() throws {
        for _ in 0..<10 { try visitor.signIn(email: Self.email, "Wrong1968") }
        #expect(try visitor.signIn(email: Self.email).status == 422)
        _ = try reset(ticking: (false, true))
        #expect(try visitor.signIn(email: Self.email, Self.new).status == 303)
    }

    @Test func `somebody only invited, or removed, gets no mail`() throws {
        try site.addMember("Ida", "ida@example.com", password: nil)
        let gone = try site.addMember("Gus", "gus@example.com")
        let now = site.clock.now
        try site.write { try $0.members.remove(gone, at: now) }
        for email in ["ida@example.com", "gus@example.com"] { try ask(email) }
        #expect(try site.outbox().isEmpty)
    }

    @Test func `a link of before the removal does not open the login`() throws {
        let gus = try site.addMember("Gus", "gus@example.com")
        let now = site.clock.now
        try ask("gus@example.com")
        let entry = try #require(try site.outbox().first)
        let mail = try #require(try site.sealed(entry))
        let link = try #require(mail.body.firstMatch(of: #//reset-password/\S+/#)).0
        #expect(try visitor.get(String(link)).status == 200)
        try site.write { try $0.members.remove(gus, at: now) }
        #expect(try visitor.get(String(link)).status == 404)
    }
}
