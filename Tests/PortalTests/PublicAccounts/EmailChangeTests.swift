import Permitting
import Storage
import Testing

/// A new mail address in the profile: confirmed by a link that goes there, and told to the old one.
struct EmailChangeTests {
    private static let new = "new@example.com"

    private let site: DemoSite
    private let visitor: Visitor

    init() throws {
        site = try DemoSite()
        try site.addPublicUser()
        visitor = try site.contractor(DemoSite.second)
    }

    @discardableResult
    private func change(
        _ email: String = new, _ password: String = DemoSite.password, by visitor: Visitor? = nil
    ) throws -> Answer {
        let visitor = visitor ?? self.visitor
        try visitor.get("/profile")
        return try visitor.submit("SAVE") { form in
            try form.type(email, in: "Email")
            try form.type(password, in: "Current Password")
        }
    }

    private func email(_ license: String = DemoSite.second) throws -> String { try site.credentials(license).email }

    @Test func `the old address stays until the link that went to the new one is used`() throws {
        #expect(try change().location == "/profile?saved=yes")
        #expect(try visitor.follow().text.contains("Waiting for confirmation of new@example.com"))
        #expect(visitor.answer.forms.first { $0.action == "/profile" }?["Email"]?.value == "second@example.com")
        #expect(try email() == "second@example.com")
        let warning = try #require(try site.mails(.emailToChange).first)
        #expect(warning.recipient.address.rawValue == "second@example.com" && warning.body.contains("new@example.com"))
        #expect(warning.body.contains("If it was not you, call the office at once: 208-446-1040."))
        #expect(try site.mails(.emailChange).first?.recipient.address.rawValue == Self.new)

        // On another device, where nobody is signed in.
        let elsewhere = try site.visitor()
        let page = try elsewhere.get(try site.confirmationLink(.emailChange))
        #expect(page.facts == ["Account": "SECOND STREET BUILDERS", "Email": Self.new])
        #expect(try email() == "second@example.com")
        let link = elsewhere.address
        #expect(try elsewhere.submit("CONFIRM").location == "/login?confirmed=email")
        #expect(try elsewhere.follow().banner == "Your new address is confirmed.")
        #expect(elsewhere.cookies["session"] == nil)
        #expect(try email() == Self.new)
        #expect(try site.mails(.emailChanged).map(\.recipient.address.rawValue) == ["second@example.com"])
        #expect(try elsewhere.get(link).status == 404)
        #expect(try !visitor.get("/profile").text.contains("Waiting for confirmation"))
        #expect(try site.count("SELECT count(*) FROM events WHERE what IN ('new email asked for', 'email changed')") == 2)
    }

    @Test(arguments: [("", "Type your current password to change the email"), ("wrong1", "This is not your current password")])
    func `it needs the current password, and a wrong one counts`(password: String, reason: String) throws {
        let answer = try change(Self.new, password)
        #expect(answer.status == 422 && answer.problems == [reason])
        #expect(try site.outbox().isEmpty && site.credentials(DemoSite.second).failures == (password.isEmpty ? 0 : 1))
    }

    @Test func `an address that only differs in letter case is the same one`() throws {
        #expect(try change("Second@Example.com", "").location == "/profile?saved=yes")
        #expect(try site.outbox().isEmpty && email() == "second@example.com")
    }

    @Test func `it can be taken back`() throws {
        try change()
        let link = try site.confirmationLink(.emailChange)
        try visitor.get("/profile")
        #expect(try visitor.submit("CANCEL THE CHANGE").location == "/profile?email=cancelled")
        #expect(try visitor.follow().banner == "Your address stays as it is.")
        #expect(!visitor.answer.text.contains("Waiting for confirmation"))
        #expect(try visitor.get(link).status == 404)
        #expect(try email() == "second@example.com")
    }

    @Test func `sent again, only the new link works`() throws {
        try change()
        let first = try site.confirmationLink(.emailChange)
        try visitor.get("/profile")
        #expect(try visitor.submit("SEND AGAIN").location == "/profile?email=sent")
        #expect(try visitor.follow().banner == "The link is sent again. The one before does not work any more.")
        #expect(try visitor.get(first).status == 404)
        try visitor.get(try site.confirmationLink(.emailChange))
        #expect(try visitor.submit("CONFIRM").location == "/profile?confirmed=email")
        #expect(try visitor.follow().banner == "Your new address is confirmed.")
        #expect(try email() == Self.new)
    }

    @Test func `a link changes the account that asked, whoever is signed in`() throws {
        try change()
        let other = try site.contractor()
        try other.get(try site.confirmationLink(.emailChange))
        #expect(try other.submit("CONFIRM").location == "/login?confirmed=email")
        #expect(try email() == Self.new && email(DemoSite.rich) == "contractor@example.com")
    }

    @Test func `after a day the link is dead, and after two nothing waits`() throws {
        try change()
        let link = try site.confirmationLink(.emailChange)
        site.clock.advance(minutes: 24 * 60)
        #expect(try site.visitor().get(link).status == 404)
        site.clock.advance(minutes: 24 * 60)
        #expect(try !site.contractor(DemoSite.second).get("/profile").text.contains("Waiting for confirmation"))
    }

    @Test func `three mails an hour go to one address`() throws {
        for _ in 0..<3 { #expect(try change().status == 303) }
        #expect(try change().problems.first?.hasPrefix("There were too many requests") == true)
        #expect(try change("other@example.com").status == 303)
        try visitor.get("/profile")
        #expect(try change("third@example.com").status == 303)
        #expect(try change("fourth@example.com").status == 422)
        try visitor.get("/profile")
        #expect(try visitor.submit("SEND AGAIN").status == 429)
        #expect(try site.mails(.emailChange).count == 5)
    }

    @Test func `a public user signs in by the new address only once it is confirmed`() throws {
        let user = try site.publicVisitor()
        let form = try #require(try user.get("/profile").forms.first { $0.action == "/profile" })
        #expect(
            form.controls.map(\.label).filter { !$0.isEmpty } == [
                "Name", "Email", "Phone", "Address", "City", "State", "Zip", "Current Password", "Password", "Confirm Password",
            ])
        #expect(!user.answer.text.contains("License") && !user.answer.text.contains("Security Question"))
        #expect(try change(by: user).status == 303)
        #expect(try site.visitor().signIn(publicUser: Self.new).status == 422)
        #expect(try site.visitor().signIn(publicUser: DemoSite.homeowner).status == 303)
        try user.get(try site.confirmationLink(.emailChange))
        try user.submit("CONFIRM")
        #expect(try site.visitor().signIn(publicUser: Self.new).status == 303)
        #expect(try site.visitor().signIn(publicUser: DemoSite.homeowner).status == 422)
    }

    @Test func `a public user's name and address can be changed`() throws {
        let user = try site.publicVisitor()
        try user.get("/profile")
        let answer = try user.submit("SAVE") { form in
            try form.type("Pat Q. Homeowner", in: "Name")
            try form.type("1 A ST", in: "Address")
        }
        #expect(answer.location == "/profile?saved=yes")
        let id = try #require(try site.publicUser()).id
        let saved = try #require(try site.read { try $0.contractors.find(id: id) })
        #expect(saved.companyName == "Pat Q. Homeowner" && saved.address == "1 A ST" && saved.email == DemoSite.homeowner)
        try user.get("/profile")
        #expect(try user.submit("SAVE") { try $0.type("www.evil.example", in: "Name") }.status == 422)
    }

    @Test func `another public account's address is told of to its owner alone`() throws {
        try site.addPublicUser("Taken Already", email: "taken@example.com")
        let user = try site.publicVisitor()
        var pages: [String] = []
        for email in ["taken@example.com", "other@example.com"] {
            try change(email, by: user)
            pages.append(try user.follow().body.replacing(user.token, with: "TOKEN").replacing(email, with: "EMAIL"))
        }
        #expect(pages[0].count == pages[1].count)
        #expect(try site.mails(.accountKnown).map(\.recipient.address.rawValue) == ["taken@example.com"])
        #expect(try site.mails(.emailChange).map(\.recipient.address.rawValue) == ["other@example.com"])
        let told = try #require(try site.mails(.accountKnown).first)
        #expect(try site.sealed(told) == told)
        // Taken between the mail and the link.
        let link = try site.confirmationLink(.emailChange)
        try site.addPublicUser("Quicker One", email: "other@example.com")
        try user.get(link)
        #expect(try user.submit("CONFIRM").status == 404)
        #expect(try site.publicUser("pat@example.com") != nil)
    }
}
