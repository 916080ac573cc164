import Credentials
import Permitting
import Storage
import Testing

/// `/admin/staff`: an administrator looks after the office's accounts.
struct StaffAccountTests {
    private let site: DemoSite
    private let admin: Visitor
    private let clerk: Int

    init() throws {
        site = try DemoSite()
        admin = try site.staff("admin@example.com")
        clerk = try site.account("clerk@example.com").member.id
    }

    private func open(_ email: String = "clerk@example.com") throws {
        try admin.get("/admin/staff/\(try site.account(email).member.id)")
    }

    private func events(_ what: String) throws -> [String] {
        try site.details(of: what)
    }

    @Test func `everybody is listed with role, second factor and state`() throws {
        try site.addSecondFactor()
        try admin.get("/admin")
        #expect(try admin.click("Staff").heading == "Staff")
        #expect(
            admin.answer.rows(in: "staff") == [
                "Alex Admin | admin@example.com | Administrator | Off | ACTIVE",
                "Casey Clerk | clerk@example.com | Clerk | On | ACTIVE",
                "Ira Inspector | inspector@example.com | Inspector | Off | ACTIVE",
                "Kim Cashier | cashier@example.com | Cashier | Off | ACTIVE",
                "Robin Reviewer | reviewer@example.com | Reviewer | Off | ACTIVE",
            ])
        for name in ["clerk", "reviewer", "inspector", "cashier"] {
            let member = try site.staff(name + "@example.com")
            #expect(try member.get("/admin").links.allSatisfy { $0.text != "Staff" })
        }
    }

    @Test func `another role ends the colleague's sessions and opens what it may do`() throws {
        let colleague = try site.staff()
        try open()
        try admin.submit("CHANGE ROLE") { try $0.choose("Reviewer", in: "Role") }
        #expect(try admin.follow().facts["Role"] == "Reviewer")
        #expect(try colleague.get("/admin").location == "/admin/login")
        #expect(try site.staff().get("/admin/accounts").status == 403)
        #expect(try events("staff role changed") == ["clerk@example.com: clerk to reviewer"])
    }

    @Test(arguments: ["", "king", "Clerk", "administrator'"])
    func `a role that is none changes nothing`(role: String) throws {
        try open()
        #expect(try admin.post("/admin/staff/\(clerk)/role", [("csrf", admin.token), ("role", role)]).status == 422)
        #expect(try site.account("clerk@example.com").member.role == .clerk)
    }

    @Test func `whoever left is out at once, and is told what a wrong password is told`() throws {
        let colleague = try site.staff()
        try open()
        try admin.submit("DEACTIVATE")
        #expect(try admin.follow().facts["Account"] == "DEACTIVATED since Fri, Nov 20, 2026")
        #expect(try colleague.get("/admin").location == "/admin/login")
        let wrong = try site.visitor().signInAtTheCounter("clerk@example.com", "wrong")
        let right = try site.visitor().signInAtTheCounter("clerk@example.com")
        #expect(right.status == 422 && right.problems == wrong.problems)
        #expect(try site.account("clerk@example.com").failures == 0)
        #expect(try events("staff deactivated") == ["clerk@example.com"])

        #expect(admin.answer.forms.flatMap(\.buttons).map(\.label) == ["LOG OUT", "REACTIVATE"])
        try admin.submit("REACTIVATE")
        #expect(try admin.follow().facts["Account"] == "ACTIVE")
        #expect(try colleague.get("/admin").location == "/admin/login")
        #expect(try site.visitor().signInAtTheCounter("clerk@example.com").location == "/admin")
        #expect(try events("staff reactivated") == ["clerk@example.com"])
    }

    @Test func `what belongs to an account in use is refused for one that is not`() throws {
        let id = clerk
        let now = site.clock.now
        try open()
        try site.write { try $0.staff.deactivate(member: id, at: now) }
        let token = admin.token
        for (deed, fields) in [
            ("role", [("role", "reviewer")]), ("invitation", []), ("second-factor/removal", [("reason", "Lost")]),
        ] {
            let answer = try admin.post("/admin/staff/\(clerk)/\(deed)", [("csrf", token)] + fields)
            #expect(answer.status == 422 && answer.problems.first?.contains("deactivated") == true, "\(deed)")
        }
        #expect(try admin.post("/admin/staff/\(clerk)/deactivation", [("csrf", token)]).problems == ["This was done already."])
        #expect(try site.outbox().isEmpty && site.account("clerk@example.com").invitationEndsAt == nil)
    }

    @Test func `nobody does any of it to their own account`() throws {
        try open("admin@example.com")
        #expect(admin.answer.forms.flatMap(\.buttons).map(\.label) == ["LOG OUT"])
        #expect(admin.answer.text.contains("This is your own account."))
        let own = try site.account("admin@example.com").member.id
        let token = admin.token
        for (deed, fields) in [
            ("role", [("role", "clerk")]), ("deactivation", []), ("reactivation", []), ("invitation", []), ("unlocking", []),
            ("second-factor/removal", [("reason", "Lost")]),
        ] {
            let answer = try admin.post("/admin/staff/\(own)/\(deed)", [("csrf", token)] + fields)
            #expect(answer.problems == ["This is your own account: another administrator has to do that."], "\(deed)")
        }
        #expect(try admin.get("/admin").status == 200)
    }

    @Test func `two administrators who deactivate each other at one moment leave one`() throws {
        let id = clerk
        try site.write { try $0.staff.setRole(.administrator, member: id) }
        let (site, own) = (site, try site.account("admin@example.com").member.id)
        let targets = [(by: "admin@example.com", of: id), (by: "clerk@example.com", of: own)]
        let statuses = Rush.run(2) { index in
            let visitor = try site.staff(targets[index].by)
            try visitor.get("/admin/staff/\(targets[index].of)")
            return (visitor, targets[index].of)
        } act: { (ready: (Visitor, Int)) in
            try ready.0.post("/admin/staff/\(ready.1)/deactivation", [("csrf", ready.0.token)]).status
        }
        // The second has no session any more, or is refused.
        #expect(statuses.count == 2)
        let active = try site.read { try $0.staff.all() }.filter { $0.isActive && $0.member.role == .administrator }
        #expect(active.count == 1)
    }

    @Test func `a locked colleague is let in again`() throws {
        let colleague = try site.visitor()
        for _ in 0..<10 { try colleague.signInAtTheCounter("inspector@example.com", "wrong") }
        try admin.get("/admin/staff")
        #expect(admin.answer.rows(in: "staff").contains { $0.hasSuffix("LOCKED until 10:30 AM") })
        try admin.click("Ira Inspector")
        try admin.submit("UNLOCK")
        #expect(try admin.follow().banner == "The account is open.")
        #expect(admin.answer.forms.flatMap(\.buttons).allSatisfy { $0.label != "UNLOCK" })
        #expect(try colleague.signInAtTheCounter("inspector@example.com").location == "/admin")
        #expect(try events("staff account unlocked") == ["inspector@example.com"])
    }

    @Test func `a lost second factor is reset with a reason, which its owner is told`() throws {
        try site.addSecondFactor(recoveryCodes: ["JBSWY-3DPEH"])
        let colleague = try site.staff()
        try open()
        #expect(try admin.submit("RESET SECOND FACTOR").problems == ["Say why"])
        #expect(try site.account("clerk@example.com").hasSecondFactor)
        try admin.submit("RESET SECOND FACTOR") { try $0.type("Telephone stolen, seen in person", in: "Reason") }
        #expect(try admin.follow().facts["Second factor"] == "Off")
        #expect(try colleague.get("/admin").location == "/admin/login")
        let mail = try #require(try site.outbox().last).message
        #expect(mail.recipient.address.rawValue == "clerk@example.com")
        #expect(mail.body.contains("The reason given: Telephone stolen, seen in person"))
        #expect(try events("second factor reset") == ["clerk@example.com: Telephone stolen, seen in person"])
        #expect(try site.visitor().signInAtTheCounter("clerk@example.com").location == "/admin")
    }

    @Test func `after a reset a short password leads to setting up another`() throws {
        let hash = try PasswordHash.hash("heron42!", cost: 1)
        let id = clerk
        try site.addSecondFactor()
        try site.write { try $0.staff.setPassword(hash, isShort: true, member: id) }
        try open()
        try admin.submit("RESET SECOND FACTOR") { try $0.type("Lost", in: "Reason") }
        let colleague = try site.visitor()
        #expect(try colleague.signInAtTheCounter("clerk@example.com", "heron42!").location == "/admin/profile/second-factor")
        #expect(try colleague.get("/admin").location == "/admin/profile/second-factor")
    }

    @Test func `an account that is not there is not found`() throws {
        try admin.get("/admin/staff")
        let token = admin.token
        for wrong in ["9999", "0", "-1", "x"] {
            #expect(try admin.get("/admin/staff/\(wrong)").status == 404)
            for deed in ["role", "deactivation", "invitation", "unlocking"] {
                let answer = try admin.post("/admin/staff/\(wrong)/\(deed)", [("csrf", token), ("role", "clerk")])
                #expect(answer.status == 404, "\(wrong) \(deed)")
            }
        }
    }
}
