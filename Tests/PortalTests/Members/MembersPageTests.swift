import Permitting
import Storage
import Testing

/// `/profile/members`: whom a company lets sign in for it.
struct MembersPageTests {
    private let site: DemoSite
    private let company: Visitor

    init() throws {
        site = try DemoSite()
        company = try site.contractor()
    }

    @discardableResult
    private func invite(_ name: String, _ email: String, mayManage: Bool = false, by visitor: Visitor? = nil) throws -> Answer {
        let visitor = visitor ?? company
        try visitor.get("/profile/members")
        return try visitor.submit("INVITE") { form in
            try form.type(name, in: "Name")
            try form.type(email, in: "Email")
            if mayManage { try form.tick("yes", true) }
        }
    }

    @discardableResult
    private func people(_ visitor: Visitor? = nil) throws -> [String] {
        try (visitor ?? company).get("/profile/members").rows(in: "people")
    }

    @Test func `the profile leads there, and at first nobody is on the list`() throws {
        try company.get("/profile")
        #expect(try company.click("People").heading == "People")
        #expect(company.answer.text.contains("Nobody has a login of their own yet."))
    }

    @Test func `somebody invited stands on the list, and the mail says who invites, where to and for how long`() throws {
        #expect(try invite("Pat Plumber", "Pat@Example.com").location == "/profile/members?done=invited")
        #expect(try company.follow().banner == "The invitation is on its way. Its link works once, for 72 hours.")
        #expect(try people() == ["Pat Plumber | Pat@Example.com | No Allow | INVITED Send again | Not yet | Remove"])
        let entry = try #require(try site.outbox().first)
        #expect(entry.message.subject == "RICH CONTRACTOR invites you – Kootenai County")
        #expect(entry.message.recipient.address.rawValue == "Pat@Example.com")
        // Whoever reads the outbox, or a backup of it, gets no link.
        #expect(entry.message.body.contains("(The link is made when this mail leaves.)"))
        #expect(try site.count("SELECT count(*) FROM members WHERE invitation_hash IS NOT NULL") == 0)
        let mail = try #require(try site.sealed(entry)).body
        #expect(mail.contains("https://permits.example.gov/invitations/") && mail.contains("once, for 72 hours"))
        #expect(
            try people() == [
                "Pat Plumber | Pat@Example.com | No Allow | INVITED Send again | Not yet, link until Mon, Nov 23, 2026, 10:00 AM | Remove"
            ])
        #expect(try site.events().last == "shared: person invited")
    }

    @Test(arguments: [
        ("", "pat@example.com", "Fill in Name"), ("Pat", "", "Fill in Email"),
        ("Pat", "pat", "Enter an email address, like name@example.com"),
        ("Pat", "a@b.c\r\nBcc: d@e.f", "This holds a character that cannot be saved"),
        ("Pat\u{1}", "pat@example.com", "This holds a character that cannot be saved"),
        (String(repeating: "P", count: 101), "pat@example.com", "Name may have at most 100 characters"),
    ])
    func `what will not do is refused with the reason and stands there as typed`(name: String, email: String, reason: String)
        throws
    {
        let answer = try invite(name, email)
        #expect(answer.status == 422 && answer.problems == [reason])
        #expect(answer.forms.first { $0.action == "/profile/members" }?["Name"]?.value == name)
        #expect(try site.outbox().isEmpty)
        #expect(try site.count("SELECT count(*) FROM members") == 0)
    }

    @Test func `an address stands on the list once, whatever its letter case`() throws {
        try invite("Pat", "pat@example.com")
        let answer = try invite("Pat again", "PAT@example.com")
        #expect(answer.status == 422 && answer.problems == ["This address is on your list already"])
        #expect(try site.outbox().count == 1)
    }

    @Test func `an address that is known elsewhere is invited as one that nobody knows`() throws {
        try site.addMember("Bea Bookkeeper", "bea@example.com", of: DemoSite.second)
        var said: [String] = []
        for email in ["bea@example.com", "new@example.com", "second@example.com", "clerk@example.com"] {
            let answer = try invite("Bea", email)
            said.append("\(answer.status) \(answer.location ?? "")")
        }
        #expect(Set(said) == ["303 /profile/members?done=invited"])
        #expect(Set(try people().map { $0.replacing(#/\S+@\S+/#, with: "EMAIL") }).count == 1)
        let bodies = try site.outbox().map { $0.message.body }
        #expect(Set(bodies).count == 1)
    }

    @Test func `twenty invitations leave in a day, sent again or not, and then tomorrow`() throws {
        for number in 1...19 { #expect(try invite("P\(number)", "p\(number)@example.com").status == 303) }
        try company.get("/profile/members")
        #expect(try company.submit("Send again").status == 303)
        let refused = try invite("Late", "late@example.com")
        #expect(refused.status == 422)
        #expect(refused.problems == ["At most 20 invitations can be sent in 24 hours. Go on tomorrow."])
        try company.get("/profile/members")
        #expect(try company.submit("Send again").status == 422)
        #expect(try site.outbox().count == 20)
        // Another company goes on.
        #expect(try invite("Other", "o@example.com", by: try site.contractor(DemoSite.second)).status == 303)
        site.clock.advance(minutes: 24 * 60 + 1)
        #expect(try invite("Late", "late@example.com", by: try site.contractor()).status == 303)
    }

    @Test func `a hundred people is the most, in pages of twenty`() throws {
        for number in 1...100 { try site.addMember("P\(100 + number)", "p\(number)@example.com", password: nil) }
        #expect(try people().count == 20 && company.answer.text.contains("100 total record(s)"))
        #expect(company.answer.body.utf8.count < 40_000)
        #expect(try company.get("/profile/members?page=5").rows(in: "people").last?.hasPrefix("P200 | ") == true)
        #expect(
            try invite("One more", "more@example.com").problems == [
                "There may be at most 100 people. Remove those who have left."
            ])
        #expect(try company.get("/profile/members?page=99999999999999999999").rows(in: "people").count == 20)
    }

    @Test func `an invitation sent again ends the one before`() throws {
        try invite("Pat", "pat@example.com")
        let first = try site.mailedInvitation()
        try company.get("/profile/members")
        #expect(try company.submit("Send again").location == "/profile/members?done=invited-again")
        let visitor = try site.visitor()
        // As long as the second has not left, the first works.
        #expect(try visitor.get(first).status == 200)
        let second = try site.mailedInvitation()
        #expect(try visitor.get(first).heading == "This invitation does not work any more")
        #expect(try visitor.get(second).heading == "Welcome, Pat")
        #expect(try site.events().last == "shared: person invited again")
    }

    @Test func `to somebody who has come nothing is sent again`() throws {
        let id = try site.addMember("Pat", "pat@example.com")
        try company.get("/profile/members")
        #expect(try company.post("/profile/members/\(id)/invitation", [("csrf", company.token)]).location == "/profile/members")
        #expect(try site.outbox().isEmpty)
    }

    @Test func `who may manage invites and removes, who may not does neither`() throws {
        let pat = try site.addMember("Pat Plumber", "pat@example.com")
        let manager = try site.member(try site.addMember("Max Manager", "max@example.com", mayManage: true))
        let member = try site.member(pat)
        #expect(try member.get("/profile").links.allSatisfy { $0.text != "People" })
        #expect(try member.get("/profile/members").status == 403)
        #expect(try manager.get("/profile").links.contains { $0.text == "People" })
        try invite("Ida", "ida@example.com", by: manager)
        #expect(try site.events().last == "Max Manager: person invited")
        try manager.get("/profile/members")
        #expect(try manager.submit("Allow", to: "/profile/members/\(pat)/right").location == "/profile/members?done=changed")
        #expect(try member.get("/profile/members").status == 200)
        try manager.get("/profile/members")
        try manager.submit("Take away", to: "/profile/members/\(pat)/right")
        #expect(try member.get("/profile/members").status == 403)
        #expect(
            try site.events().suffix(2) == [
                "Max Manager: person may invite and remove", "Max Manager: person may not invite or remove",
            ])
    }

    @Test func `nobody changes that of their own`() throws {
        let max = try site.addMember("Max Manager", "max@example.com", mayManage: true)
        let manager = try site.member(max)
        #expect(try people(manager)[0].contains("Max Manager (you) | max@example.com"))
        #expect(manager.answer.forms.allSatisfy { $0.action != "/profile/members/\(max)/right" })
        let answer = try manager.post("/profile/members/\(max)/right", [("csrf", manager.token), ("manage", "no")])
        #expect(answer.status == 422)
        #expect(try manager.get("/profile/members").status == 200)
    }

    @Test func `somebody removed is out at once, told by mail, and what they did stays with their name`() throws {
        let pat = try site.addMember("Pat Plumber", "pat@example.com")
        let member = try site.member(pat)
        #expect(try member.get("/dashboard").status == 200)
        try people()
        try company.click("Remove")
        #expect(company.answer.heading == "Remove Pat Plumber?" && !company.answer.text.contains("This is you"))
        #expect(try member.get("/dashboard").status == 200)
        #expect(try company.submit("REMOVE").location == "/profile/members?done=removed")
        #expect(try member.get("/dashboard").location == "/login?next=%2Fdashboard")
        #expect(try site.visitor().signIn(email: "pat@example.com").status == 422)
        let mail = try #require(try site.outbox().first).message
        #expect(mail.subject == "Your login for RICH CONTRACTOR was removed – Kootenai County")
        #expect(mail.recipient.address.rawValue == "pat@example.com")
        #expect(try company.follow().text.contains("Nobody has a login of their own yet."))
        #expect(try site.count("SELECT count(*) FROM member_logins") == 0)
        // The same once more: there is nobody to remove any more.
        #expect(try company.post("/profile/members/\(pat)/removal", [("csrf", company.token)]).status == 404)
        #expect(try site.outbox().count == 1)
        // And invited anew it is a new member.
        #expect(try invite("Pat Plumber", "pat@example.com").status == 303)
    }

    @Test func `whoever removes themselves is told so first, and is out`() throws {
        let max = try site.addMember("Max Manager", "max@example.com", mayManage: true)
        let manager = try site.member(max)
        #expect(try manager.get("/profile/members/\(max)/removal").text.contains("This is you. You will be signed out"))
        #expect(try manager.submit("REMOVE").location == "/")
        #expect(try manager.get("/profile/members").status == 303)
        #expect(try company.get("/dashboard").status == 200)
    }

    @Test func `an invitation that is withdrawn does not leave, and its link is dead`() throws {
        try invite("Pat", "pat@example.com")
        let link = try site.mailedInvitation()
        let entry = try #require(try site.outbox().first)
        try people()
        try company.click("Remove")
        try company.submit("REMOVE")
        #expect(try site.visitor().get(link).status == 404)
        #expect(try site.sealed(entry) == nil)
        #expect(try site.outbox().count == 1)
    }

    @Test func `another company's people cannot be touched`() throws {
        let bea = try site.addMember("Bea", "bea@example.com", of: DemoSite.second)
        let ida = try site.addMember("Ida", "ida@example.com", of: DemoSite.second, password: nil)
        try company.get("/profile/members")
        let csrf = ("csrf", company.token)
        #expect(try company.get("/profile/members/\(bea)/removal").status == 404)
        for (address, fields) in [
            ("/profile/members/\(bea)/removal", [csrf]), ("/profile/members/\(bea)/right", [csrf, ("manage", "yes")]),
            ("/profile/members/\(ida)/invitation", [csrf]),
        ] {
            #expect(try company.post(address, fields).status == 404)
        }
        let second = try site.contractor(DemoSite.second)
        #expect(try people(second).map { $0.prefix(5) } == ["Bea |", "Ida |"])
        #expect(try site.outbox().isEmpty)
    }

    @Test func `without a mail program the page says so`() throws {
        let site = try DemoSite(sendsMail: false)
        #expect(try site.contractor().get("/profile/members").text.contains("does not send mail from here yet"))
        #expect(try !company.get("/profile/members").text.contains("does not send mail"))
    }
}
