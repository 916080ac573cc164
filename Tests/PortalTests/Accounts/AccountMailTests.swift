import Permitting
import Storage
import Testing

/// What people are told by mail about their accounts.
struct AccountMailTests {
    private let site: DemoSite

    init() throws { site = try DemoSite() }

    @Test func `the first sign-in is told to the address on file`() throws {
        let visitor = try site.visitor()
        try visitor.signIn(DemoSite.pin)
        #expect(try visitor.follow().heading == "Set up your account")
        #expect(try site.outbox().isEmpty)
        try visitor.setUp()
        let mail = try #require(try site.outbox().first).message
        #expect(mail.recipient.address.rawValue == "contractor@example.com" && mail.recipient.name == "RICH CONTRACTOR")
        #expect(mail.subject == "Your account is set up – Kootenai County" && mail.kind == .accountSetUp)
        #expect(mail.body.contains("RICH CONTRACTOR (AEC0119):") && mail.body.contains("On Fri, Nov 20, 2026, 10:00 AM somebody"))
        #expect(mail.body.hasSuffix("Kootenai County Community Development\n208-446-1040\nhttp://localhost:8080"))
        #expect(mail.contractor == (try site.credentials(DemoSite.rich).id) && mail.id.rawValue.hasSuffix("@localhost"))
    }

    @Test func `a refused set-up tells nobody anything`() throws {
        let visitor = try site.visitor()
        #expect(try visitor.setUp(password: "short").status == 422)
        #expect(try site.outbox().isEmpty)
    }

    @Test func `a changed password is told to the address that was on file before`() throws {
        let visitor = try site.contractor(DemoSite.second)
        let before = try #require(try site.read { try $0.contractors.find(id: try site.credentials(DemoSite.second).id) }).email
        try visitor.get("/profile")
        let answer = try visitor.submit("SAVE") { form in
            try form.type("thief@example.com", in: "Email")
            try form.type(DemoSite.password, in: "Current Password")
            try form.type("NewRoad42", in: "Password")
            try form.type("NewRoad42", in: "Confirm Password")
        }
        #expect(answer.status == 303)
        let mail = try site.outbox().map(\.message).filter { $0.recipient.address.rawValue == before }
        #expect(Set(mail.map(\.kind)) == [.passwordChanged, .emailToChange])
        #expect(!before.isEmpty && before != "thief@example.com")
    }

    @Test func `a profile saved without a new password is told nobody`() throws {
        let visitor = try site.contractor(DemoSite.second)
        try visitor.get("/profile")
        #expect(try visitor.submit("SAVE").status == 303)
        #expect(try site.outbox().isEmpty)
    }

    @Test(arguments: ["", "nobody", "a@b.c\r\nBcc: d@e.f"])
    func `an account without an address that mail can go to is set up all the same`(address: String) throws {
        let id = try site.credentials(DemoSite.rich).id
        try site.write { try $0.contractors.setEmail(address, contractor: id) }
        #expect(try site.visitor().setUp().location == "/dashboard")
        #expect(try site.outbox().isEmpty)
    }
}
