import Credentials
import HTTP
import Permitting
import Portal
import Storage
import Testing

/// Asking for a new password: what the visitor sees, and what mail comes of it.
struct ForgotPasswordTests {
    private static let known = "second@example.com"

    private let site: DemoSite
    private let visitor: Visitor

    init() throws {
        site = try DemoSite()
        visitor = try site.visitor()
    }

    @discardableResult
    private func ask(_ email: String, by visitor: Visitor? = nil) throws -> Answer {
        let visitor = visitor ?? self.visitor
        try visitor.get("/forgot-password")
        try visitor.submit("RESET PASSWORD") { try $0.type(email, in: "Email") }
        return try visitor.submit("CONTINUE")
    }

    private func waiting() throws -> OutboxStore.Entry { try #require(try site.outbox().first) }

    /// The mail as it would leave now.
    private func sealed(_ entry: OutboxStore.Entry) throws -> Message? {
        let base = try #require(BaseAddress("https://permits.example.gov"))
        return try LinkSeal(database: site.database) { base }.seal(entry.message, at: site.clock.now)
    }

    @Test func `the top bar and the ribbon lead there, and nobody who is signed in is led`() throws {
        let home = try visitor.get("/")
        for words in ["Forgot Password", "Forgot your password?"] {
            #expect(home.links.contains { $0.text == words && $0.address == "/forgot-password" })
        }
        #expect(try !site.contractor().get("/dashboard").body.contains("/forgot-password"))
        #expect(try visitor.click("Forgot Password").heading == "Forgot Password")
        let form = try #require(visitor.answer.forms.first { $0.action == "/forgot-password" })
        #expect(form["Account type"]?.options.map(\.label) == ["CONTRACTOR", "PUBLIC"])
    }

    @Test func `it is told what will be done before it is`() throws {
        try visitor.get("/forgot-password")
        let notice = try visitor.submit("RESET PASSWORD") { try $0.type(Self.known, in: "Email") }
        #expect(notice.status == 200 && notice.text.contains("every account under this address will be reset"))
        #expect(notice.facts["Email"] == Self.known)
        #expect(try site.outbox().isEmpty)
        #expect(try site.count("SELECT count(*) FROM password_resets") == 0)
        #expect(try visitor.submit("CONTINUE").location == "/forgot-password/sent")
        #expect(try visitor.follow().heading == "Check your mail")
    }

    @Test(arguments: [
        ("", "Type your email"), ("nobody", "Enter an email address, like name@example.com"),
        ("a@b.c\r\nBcc: d@e.f", "Enter an email address, like name@example.com"),
    ])
    func `what is no address is refused with the reason`(typed: String, reason: String) throws {
        try visitor.get("/forgot-password")
        let answer = try visitor.submit("RESET PASSWORD") { try $0.type(typed, in: "Email") }
        #expect(answer.status == 422 && answer.problems == [reason])
    }

    @Test func `known or not, the answer and what is written are the same`() throws {
        var said: [[String]] = []
        for email in [Self.known, "nobody@example.com"] {
            let visitor = try site.visitor()
            try visitor.get("/forgot-password")
            let notice = try visitor.submit("RESET PASSWORD") { try $0.type(email, in: "Email") }
            let first = notice.body.replacing(email, with: "EMAIL").replacing(visitor.token, with: "TOKEN")
            let second = try visitor.submit("CONTINUE")
            #expect(second.response.headers.values(of: "Set-Cookie").isEmpty)
            let status = [String(second.status), second.location ?? ""]
            let third = try visitor.follow()
            said.append([first, third.body.replacing(visitor.token, with: "TOKEN")] + status)
        }
        #expect(said[0] == said[1])
        #expect(try site.count("SELECT count(*) FROM password_resets") == 2)
        #expect(try site.outbox().map(\.message.recipient.address.rawValue) == [Self.known])
    }

    @Test func `the mail names each account, and its link is made when it leaves`() throws {
        try site.addAccount("SECOND STREET ROOFING", license: "AEC0999", email: "Second@Example.com")
        try ask("SECOND@example.com")
        let entry = try waiting()
        #expect(entry.message.body.contains("- SECOND STREET BUILDERS (AEC0207)\n- SECOND STREET ROOFING (AEC0999)"))
        #expect(entry.message.body.contains("Reset Password:\n(The link is made when this mail leaves.)"))
        #expect(try site.count("SELECT count(*) FROM password_reset_links") == 0)
        let mail = try #require(try sealed(entry))
        #expect(mail.id == entry.message.id)
        let link = try #require(mail.body.firstMatch(of: #/https://permits\.example\.gov(/reset-password/[A-Za-z0-9_-]{43})\n/#))
            .1
        #expect(try visitor.get(String(link)).heading == "Reset Password")
        #expect(visitor.answer.text.contains("SECOND STREET ROOFING (AEC0999)"))
        let token = try #require(RandomToken(text: String(link.split(separator: "/")[1])))
        #expect(try site.bytes("SELECT token_hash FROM password_reset_links") == token.hash)
        #expect(try site.outbox().first?.message.body == entry.message.body)
    }

    @Test func `a link counts its thirty minutes from when the mail left`() throws {
        try ask(Self.known)
        let entry = try waiting()
        site.clock.advance(minutes: 240)
        let mail = try #require(try sealed(entry))
        let link = try #require(mail.body.firstMatch(of: #//reset-password/\S+/#)).0
        site.clock.advance(minutes: 29)
        #expect(try visitor.get(String(link)).status == 200)
        site.clock.advance(minutes: 1)
        #expect(try visitor.get(String(link)).heading == "This link does not work any more")
        #expect(visitor.answer.status == 404)
    }

    @Test func `a mail that could not leave for a day, or whose request was used, does not leave`() throws {
        try ask(Self.known)
        let entry = try waiting()
        site.clock.advance(minutes: 24 * 60 - 1)
        #expect(try sealed(entry) != nil)
        site.clock.advance(minutes: 1)
        #expect(try sealed(entry) == nil)
        try site.write { try $0.passwordResets.sweep(askedBefore: Instant(Int.max)) }
        #expect(try sealed(try waiting()) == nil)
    }

    @Test func `an account that was never set up is told to use its first password`() throws {
        try ask("contractor@example.com")
        let entry = try waiting()
        #expect(entry.message.body.contains("Not set up yet") && entry.message.body.contains("- RICH CONTRACTOR (AEC0119)"))
        #expect(!entry.message.body.contains("Reset Password:"))
        #expect(try sealed(entry) == entry.message)
        #expect(try visitor.get(try site.resetLink(of: DemoSite.rich)).status == 404)
    }

    @Test func `three mails an hour go to one address, and everybody reads the same`() throws {
        for _ in 0..<5 { #expect(try ask(Self.known).location == "/forgot-password/sent") }
        #expect(try site.outbox().count == 3)
        site.clock.advance(minutes: 61)
        try ask(Self.known)
        #expect(try site.outbox().count == 4)
    }

    @Test func `one client asks twenty times an hour, whatever the addresses`() throws {
        for number in 1...20 { #expect(try ask("nobody\(number)@example.com").status == 303) }
        let answer = try ask(Self.known)
        #expect(
            answer.status == 429 && answer.problems.first?.hasPrefix("There were too many requests from your network.") == true)
        #expect(try site.outbox().isEmpty)
        site.clock.advance(minutes: 61)
        #expect(try ask(Self.known).status == 303)
    }

    @Test func `without a mail program the page says whom to call`() throws {
        let page = try DemoSite(sendsMail: false).visitor().get("/forgot-password")
        #expect(page.text.contains("This office does not send mail from here yet. Call 208-446-1040"))
        #expect(try !visitor.get("/forgot-password").text.contains("does not send mail"))
    }

    @Test func `the host that a request names is in no link`() throws {
        try visitor.get("/forgot-password", headers: ["X-Forwarded-Host": "evil.example"])
        try ask(Self.known)
        let mail = try #require(try sealed(try waiting()))
        #expect(!mail.body.contains("evil") && mail.body.contains("https://permits.example.gov/reset-password/"))
    }
}
