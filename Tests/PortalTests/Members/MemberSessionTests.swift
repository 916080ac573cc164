import Permitting
import Storage
import Testing

/// What somebody with a login of their own may do, and how it is recorded.
struct MemberSessionTests {
    private static let new = "Faucet1968"

    private let site: DemoSite
    private let pat: Int
    private let member: Visitor

    init() throws {
        site = try DemoSite()
        pat = try site.addMember("Pat Plumber", "pat@example.com")
        member = try site.member(pat)
    }

    @Test func `an inspection is asked for in the member's name`() throws {
        try member.get("/permits/RES16-0304/inspections/new")
        let form = try #require(member.answer.forms.first { $0["Contact Name"] != nil })
        #expect(form["Contact Name"]?.value == "Pat Plumber" && form["Email Address"]?.value == "pat@example.com")
        try member.submit("SUBMIT", to: "/permits/RES16-0304/inspections/new") { form in
            try form.choose("ADDRESSING", in: "Inspection Type")
            try form.choose("Tue, Nov 24, 2026", in: "Requested Date")
            try form.choose("AM (8:00 AM to 12:00 PM)", in: "Time")
        }
        let made = try #require(try site.inspections("RES16-0304").first { $0.state.isActive })
        #expect(made.requestedBy == "RICH CONTRACTOR (Pat Plumber)")
        #expect(try member.get("/inspections/\(made.id)").facts["Requested by"] == "RICH CONTRACTOR (Pat Plumber)")
        #expect(try site.events() == ["Pat Plumber: inspection requested"])
    }

    @Test func `a payment is the member's, to the receipt, though the provider settles it`() throws {
        try site.fillCart("RES17-0163")
        try member.get("/checkout")
        try member.submit("PROCEED TO PAYMENT") { try $0.pick("Credit Card") }
        let company = try site.credentials(DemoSite.rich).id
        let payment = try #require(try site.read { try $0.payments.open(contractor: company) })
        #expect(payment.memberID == pat)
        let (now, said) = (
            site.clock.now,
            PaymentNotification(reference: payment.reference, amount: payment.total, outcome: .approved, lastFour: "4242")
        )
        try site.write { [agency = site.agency] in try $0.payments.apply(said, agency: agency, at: now) }
        #expect(try site.events() == ["Pat Plumber: payment started", "Pat Plumber: payment settled"])
        try member.get("/payments/\(payment.reference.rawValue)")
        #expect(try member.follow().facts["Paid By"] == "RICH CONTRACTOR (Pat Plumber)")
        #expect(try site.contractor().get("/receipts/R000001").facts["Paid By"] == "RICH CONTRACTOR (Pat Plumber)")
    }

    @Test func `a file is sent in the member's name`() throws {
        try site.write {
            [
                pat, company = try site.credentials(DemoSite.rich).id, permit = try site.permit("RES16-0688").id,
                now = site.clock.now
            ] in
            let name = try #require(AttachmentName(rawValue: "plan.pdf"))
            let likeness = AttachmentStore.Likeness(
                permit: permit, digest: [UInt8](repeating: 1, count: 32), name: name, description: "Plan")
            let file = try #require(StoredName(rawValue: String(repeating: "a", count: 32)))
            try $0.attachments.insert(
                AttachmentStore.Upload(likeness, file: file, kind: .pdf, size: FileSize(bytes: 9)), contractor: company,
                member: pat, at: now)
        }
        let page = try site.contractor().get("/permits/RES16-0688/attachments")
        #expect(page.rows(in: "attachments").contains { $0.contains("RICH CONTRACTOR (Pat Plumber)") })
    }

    @Test func `the profile changes the member's name and nothing of the company`() throws {
        let page = try member.get("/profile")
        #expect(page.facts["Company Name"] == "RICH CONTRACTOR" && page.facts["Email"] == "pat@example.com")
        #expect(page.forms.allSatisfy { $0["Address"] == nil && $0["Enter New Security Question"] == nil })
        #expect(try member.submit("SAVE") { try $0.type("Pat P. Plumber", in: "Name") }.location == "/profile?saved=yes")
        #expect(try member.follow().banner == "Your information is saved.")
        #expect(member.answer.text.contains("LOGGED IN AS: RICH CONTRACTOR (Pat P. Plumber)"))
        #expect(try site.events() == ["Pat P. Plumber: name changed"])
        let before = try site.credentials(DemoSite.rich)
        let forged = [
            ("csrf", member.token), ("name", "Pat"), ("email", "evil@example.com"), ("phone", "208-555-9999"),
            ("address", "1 Evil St"), ("question", "CAR"), ("answer", "x"), ("answer-again", "x"), ("manage", "yes"),
        ]
        #expect(try member.post("/profile", forged).status == 303)
        let after = try site.credentials(DemoSite.rich)
        #expect(after.email == before.email && after.securityQuestion == before.securityQuestion)
        #expect(try site.read { try $0.contractors.find(id: after.id) }?.phone == "208-555-0119")
        #expect(try site.read { try $0.members.find(id: pat) }?.mayManage == false)
    }

    private func change(_ current: String) throws -> Answer {
        try member.get("/profile")
        return try member.submit("SAVE") { form in
            try form.type(current, in: "Current Password")
            try form.type(Self.new, in: "Password")
            try form.type(Self.new, in: "Confirm Password")
        }
    }

    @Test func `a new password asks for the current one, ends the other sessions and is told by mail`() throws {
        let (elsewhere, shared) = (try site.member(pat), try site.contractor())
        #expect(try change("Wrong1968").problems == ["This is not your current password"])
        #expect(try change("").problems == ["Type your current password to set a new one"])
        #expect(try elsewhere.get("/dashboard").status == 200)
        #expect(try change(DemoSite.password).location == "/profile?saved=yes")
        #expect(try member.follow().status == 200)
        #expect(try elsewhere.get("/dashboard").status == 303)
        #expect(try shared.get("/dashboard").status == 200)
        let mail = try #require(try site.outbox().first).message
        #expect(mail.recipient.address.rawValue == "pat@example.com" && mail.body.contains("your login for RICH CONTRACTOR"))
        #expect(try site.visitor().signIn(email: "pat@example.com", Self.new).location == "/dashboard")
        #expect(try site.visitor().signIn(email: "pat@example.com").status == 422)
        // The company's first password is as it was.
        #expect(try site.visitor().signIn(DemoSite.pin).location == "/first-login")
    }

    @Test func `wrong current passwords lock the login`() throws {
        for _ in 0..<10 { _ = try change("Wrong1968") }
        #expect(try change(DemoSite.password).problems.first?.hasPrefix("There were too many wrong passwords.") == true)
        #expect(try site.visitor().signIn(email: "pat@example.com").status == 422)
    }

    @Test func `a new shared password leaves the people signed in`() throws {
        let bea = try site.member(try site.addMember("Bea", "bea@example.com", of: DemoSite.second))
        let (desk, phone) = (try site.contractor(DemoSite.second), try site.contractor(DemoSite.second))
        try desk.get("/profile")
        let answer = try desk.submit("SAVE") { form in
            for (label, text) in [
                ("Address", "1 Second St"), ("City", "Hayden"), ("State", "ID"), ("Zip", "83835"),
                ("Email", "second@example.com"), ("Phone", "208-555-0207"), ("Current Password", DemoSite.password),
                ("Password", Self.new), ("Confirm Password", Self.new),
            ] {
                try form.type(text, in: label)
            }
        }
        #expect(answer.location == "/profile?saved=yes")
        #expect(try phone.get("/dashboard").status == 303)
        #expect(try bea.get("/dashboard").status == 200)
    }

    @Test func `a member sees and ends the own sessions only`() throws {
        let (elsewhere, shared) = (try site.member(pat), try site.contractor())
        let other = try site.member(try site.addMember("Max", "max@example.com"))
        #expect(try member.get("/profile/sessions").rows(in: "sessions").count == 2)
        #expect(member.answer.text.contains("Every place where you are signed in."))
        try shared.get("/profile/sessions")
        #expect(shared.answer.rows(in: "sessions").count == 4)
        let handles = shared.answer.forms.compactMap { $0["session"]?.value }
        let token = member.token
        for handle in handles {
            #expect(try member.post("/profile/sessions", [("csrf", token), ("session", handle)]).status == 303)
        }
        #expect(try elsewhere.get("/dashboard").status == 303)
        #expect(try other.get("/dashboard").status == 200 && (try shared.get("/dashboard")).status == 200)
        let again = try site.member(pat)
        try member.get("/profile/sessions")
        try member.submit("END ALL OTHERS")
        #expect(try again.get("/dashboard").status == 303)
        #expect(try other.get("/dashboard").status == 200 && (try shared.get("/dashboard")).status == 200)
    }

    @Test func `the shared login and those who manage see whose each session is, and end it`() throws {
        let manager = try site.member(try site.addMember("Max", "max@example.com", mayManage: true))
        for visitor in [try site.contractor(), manager] {
            let rows = try visitor.get("/profile/sessions").rows(in: "sessions")
            #expect(rows.contains { $0.contains("| Pat Plumber |") } && rows.contains { $0.contains("| Max |") })
        }
        try manager.submit("END ALL OTHERS")
        #expect(try member.get("/dashboard").status == 303 && (try manager.get("/dashboard")).status == 200)
    }

    @Test func `a removed member's session opens nothing even where it was left behind`() throws {
        let now = site.clock.now
        try site.write { [pat] in try $0.members.remove(pat, at: now) }
        #expect(try site.count("SELECT count(*) FROM sessions") == 0)
        try site.write { [pat, company = try site.credentials(DemoSite.rich).id] in
            try $0.sessions.start(
                tokenHash: [1], csrf: "c", contractor: company, member: pat, isSettingUp: false, at: now)
        }
        #expect(try site.read { try $0.sessions.find(tokenHash: [1]) } == nil)
    }
}
