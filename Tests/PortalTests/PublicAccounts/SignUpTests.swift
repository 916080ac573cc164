import Credentials
import HTTP
import Permitting
import Storage
import Testing

/// "Setup an Account": what the visitor sees, what mail comes of it, and what its link opens.
struct SignUpTests {
    private static let new = "pat@example.com"
    private static let password = "Porchlight7"

    private let site: DemoSite
    private let visitor: Visitor

    init() throws {
        site = try DemoSite()
        visitor = try site.visitor()
    }

    @discardableResult
    private func signUp(
        _ email: String = new, name: String = "Pat Homeowner", password: String = password, by visitor: Visitor? = nil,
        _ fill: (inout FormOnPage) throws -> Void = { _ in }
    ) throws -> Answer {
        let visitor = visitor ?? self.visitor
        try visitor.get("/account/new")
        return try visitor.submit("CREATE ACCOUNT") { form in
            try form.type(name, in: "Name")
            try form.type(email, in: "Email")
            try form.type(password, in: "Password")
            try form.type(password, in: "Confirm Password")
            try fill(&form)
        }
    }

    private func confirm() throws -> Answer {
        try visitor.get(try site.confirmationLink())
        return try visitor.submit("CONFIRM")
    }

    @Test func `the top bar leads there, and nobody who is signed in is led`() throws {
        let home = try visitor.get("/")
        #expect(
            home.links.map(\.text).firstIndex(of: "Setup an Account") ?? 99 < home.links.map(\.text).firstIndex(
                of: "Forgot Password") ?? 0)
        #expect(try visitor.click("Setup an Account").heading == "Setup an Account")
        #expect(
            visitor.answer.text.contains("follow them on a dashboard of your own") && visitor.answer.text.contains("Minimum of 6")
        )
        let company = try site.contractor()
        #expect(try !company.get("/dashboard").body.contains("/account/new"))
        #expect(try company.get("/account/new").location == "/dashboard")
    }

    @Test func `an agency without public accounts has no such page, link or choice`() throws {
        let site = try DemoSite { $0.replacing("\"publicAccounts\": \"view\"", with: "\"publicAccounts\": \"none\"") }
        let visitor = try site.visitor()
        for address in ["/account/new", "/account/new/sent", try site.confirmationLink(of: Self.new)]
        where !address.contains("confirm") {
            #expect(try visitor.get(address).status == 404)
        }
        try visitor.get("/")
        #expect(try visitor.post("/account/new", [("csrf", visitor.token)]).status == 404)
        #expect(try visitor.get("/login?kind=public").heading == "Contractor Login")
        let home = try visitor.get("/")
        #expect(!home.body.contains("/account/new") && home.forms.first { $0.action == "/login" }?["Account type"] == nil)
        // The account that a link would open is not opened any more.
        let link = try site.confirmationLink(of: Self.new)
        #expect(try visitor.post(link, [("csrf", visitor.token)]).status == 404)
        #expect(try site.publicUser() == nil)
    }

    @Test func `from the form by the mail's link to a sign-in`() throws {
        #expect(try signUp { try $0.type("208-555-0177", in: "Phone") }.location == "/account/new/sent")
        #expect(try visitor.follow().heading == "Check your mail")
        #expect(visitor.answer.links.contains { $0.text == "Forgot Password" && $0.address == "/forgot-password" })
        let mail = try #require(try site.mails(.signUp).first)
        #expect(mail.recipient.address.rawValue == Self.new && mail.body.contains("(The link is made when this mail leaves.)"))

        let page = try visitor.get(try site.confirmationLink())
        #expect(page.heading == "Confirm your email" && page.response.headers["Referrer-Policy"] == "no-referrer")
        #expect(page.facts == ["Account": "Pat Homeowner", "Email": Self.new])
        // Programs that look through mail open links too: that alone opens no account.
        #expect(try site.publicUser() == nil)
        #expect(try visitor.submit("CONFIRM").location == "/login?kind=public&confirmed=account")
        #expect(visitor.cookies["session"] == nil)
        let login = try visitor.follow()
        #expect(login.banner == "Your account is open. Sign in with your address and your password.")
        #expect(
            try visitor.submit("LOGIN") { form in
                try form.type(Self.new, in: "Name or email")
                try form.type(Self.password, in: "Password")
            }.location == "/dashboard")
        #expect(try visitor.follow().heading == "Hello Pat Homeowner.")
        #expect(try site.publicUser()?.kind == .publicUser)
        #expect(try site.count("SELECT count(*) FROM events WHERE what = 'public account confirmed'") == 1)
        #expect(try site.count("SELECT count(*) FROM sign_ups") == 0)
    }

    @Test func `nothing of a pending account can be seen or used`() throws {
        try signUp()
        #expect(try visitor.signIn(publicUser: Self.new, Self.password).status == 422)
        #expect(
            try site.publicUser() == nil && site.count("SELECT count(*) FROM contractors WHERE email = 'pat@example.com'") == 0)
        try visitor.get("/forgot-password")
        try visitor.submit("RESET PASSWORD") { try $0.type(Self.new, in: "Email") }
        try visitor.submit("CONTINUE")
        #expect(try site.mails(.passwordReset).isEmpty)
        #expect(try PasswordHash.verify(Self.password, against: site.text("SELECT password_hash FROM sign_ups")))
    }

    @Test func `a link works once, for a day from when the mail left, and no other does`() throws {
        try signUp()
        site.clock.advance(minutes: 60)
        let link = try site.confirmationLink()
        site.clock.advance(minutes: 24 * 60 - 1)
        #expect(try visitor.get(link).status == 200)
        #expect(try visitor.submit("CONFIRM").status == 303)
        for dead in [link, "/confirm-email/" + RandomToken().text, "/confirm-email/x"] {
            #expect(try visitor.get(dead).status == 404)
            #expect(visitor.answer.heading == "This link does not work any more")
            try visitor.get("/contact")
            #expect(try visitor.post(dead, [("csrf", visitor.token)]).status == 404)
        }
        try signUp("other@example.com")
        let late = try site.confirmationLink()
        site.clock.advance(minutes: 24 * 60)
        #expect(try visitor.get(late).status == 404)
    }

    @Test func `a mail that could not leave for a day does not leave, and what was typed is swept`() throws {
        try signUp()
        site.clock.advance(minutes: 24 * 60)
        let late = try #require(try site.mails(.signUp).first)
        #expect(try site.sealed(late) == nil)
        site.clock.advance(minutes: 24 * 60 + 1)
        try signUp("other@example.com")
        #expect(try site.count("SELECT count(*) FROM sign_ups") == 1)
    }

    @Test func `a second sign-up does not touch the first, and the one whose link is used wins`() throws {
        try signUp(name: "Mallory Stranger", password: "Porchlight8")
        let theirs = try site.confirmationLink()
        try signUp()
        let link = try site.confirmationLink()
        #expect(try visitor.get(theirs).facts["Account"] == "Mallory Stranger")
        try visitor.get(link)
        #expect(try visitor.submit("CONFIRM").status == 303)
        #expect(try visitor.get(theirs).status == 404)
        #expect(try site.publicUser()?.companyName == "Pat Homeowner")
        #expect(try visitor.signIn(publicUser: Self.new, "Porchlight8").status == 422)
    }

    @Test func `known or not, the answers and the work are the same`() throws {
        try site.addPublicUser(email: "known@example.com")
        var said: [[String]] = []
        for email in ["Known@example.com", "other@example.com"] {
            let visitor = try site.visitor()
            let first = try signUp(email, by: visitor)
            let headers = first.response.headers.values(of: "Set-Cookie").count
            let second = try visitor.follow()
            said.append([
                String(first.status), first.location ?? "", String(headers), String(second.status),
                second.body.replacing(visitor.token, with: "TOKEN"),
            ])
        }
        #expect(said[0] == said[1])
        #expect(try site.outbox().map(\.message.kind) == [.accountKnown, .signUp])
        #expect(try site.count("SELECT count(*) FROM confirmations") == 2)
        let told = try #require(try site.mails(.accountKnown).first)
        #expect(told.recipient.address.rawValue == "Known@example.com")
        #expect(
            told.body.contains("There is an account under it already")
                && told.body.contains("http://localhost:8080/forgot-password"))
        // Nothing of what a stranger typed reaches the owner, and no link that could change anything.
        #expect(!told.body.contains("Pat Homeowner"))
        #expect(try site.sealed(told) == told)
        #expect(try site.count("SELECT count(*) FROM sign_ups") == 1)
    }

    @Test(arguments: [
        ("Name", "", "Fill in Name"), ("Email", "nobody", "Enter an email address, like name@example.com"),
        ("Name", "See www.evil.example now", "Enter your name as people write it, without addresses or links"),
        ("Name", "Pat\r\nBcc: a@b.c", "This holds a character that cannot be saved"),
        ("Zip", "1", "Enter a zip code, like 83814 or 83814-1234"),
        ("Confirm Password", "other", "The two passwords are not the same"),
        ("Email", "", "Fill in Email"),
    ])
    func `what cannot be is refused with the reason, and comes back as typed`(label: String, text: String, reason: String) throws
    {
        let answer = try signUp { form in
            try form.type("1 A ST", in: "Address")
            try form.type(text, in: label)
        }
        #expect(answer.status == 422 && answer.problems == [reason])
        let form = try #require(answer.forms.first { $0.action == "/account/new" })
        #expect(form["Address"]?.value == "1 A ST" && form["Password"]?.value == "" && form["Confirm Password"]?.value == "")
        #expect(try site.count("SELECT count(*) FROM confirmations") == 0 && site.outbox().isEmpty)
    }

    @Test(arguments: ["short", "password1", "pathomeowner1", "kootenaicounty1"])
    func `the agency's rule for passwords holds`(password: String) throws {
        #expect(try signUp(password: password).status == 422)
        #expect(try site.outbox().isEmpty)
    }

    @Test func `three mails an hour go to one address, known or not`() throws {
        try site.addPublicUser()
        for email in [Self.new, "other@example.com"] {
            for _ in 0..<3 { #expect(try signUp(email).status == 303) }
            let answer = try signUp(email)
            #expect(answer.status == 429)
            #expect(
                answer.problems.first?.hasPrefix("There were too many requests from your network or for this address.") == true)
        }
        #expect(try site.outbox().count == 6)
        site.clock.advance(minutes: 61)
        #expect(try signUp().status == 303)
    }

    @Test func `one client asks twenty times an hour, whatever the addresses`() throws {
        for number in 1...20 { #expect(try signUp("nobody\(number)@example.com").status == 303) }
        #expect(try signUp().status == 429)
        #expect(try site.mails(.signUp).count == 20)
        site.clock.advance(minutes: 61)
        #expect(try signUp().status == 303)
    }

    @Test func `without a mail program the page says whom to call`() throws {
        let page = try DemoSite(sendsMail: false).visitor().get("/account/new")
        #expect(page.text.contains("no new account can be opened. Call 208-446-1040"))
    }

    @Test func `an account that came meanwhile is not replaced`() throws {
        try signUp()
        let link = try site.confirmationLink()
        try site.addPublicUser("Pat First")
        try visitor.get(link)
        #expect(try visitor.submit("CONFIRM").status == 404)
        #expect(try site.publicUser()?.companyName == "Pat First")
    }
}
