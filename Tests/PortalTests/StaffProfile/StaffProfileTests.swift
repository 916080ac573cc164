import Permitting
import Storage
import Testing

/// `/admin/profile`: the own account of somebody who works at the office.
struct StaffProfileTests {
    private let site: DemoSite
    private let clerk: Visitor

    init() throws {
        site = try DemoSite()
        clerk = try site.staff()
    }

    private func change(_ current: String, _ new: String, _ again: String? = nil) throws -> Answer {
        try clerk.get("/admin/profile")
        return try clerk.submit("SAVE") { form in
            try form.type(current, in: "Current Password")
            try form.type(new, in: "Password")
            try form.type(again ?? new, in: "Confirm Password")
        }
    }

    @Test func `everybody of the office has one`() throws {
        for name in ["clerk", "reviewer", "inspector", "cashier", "admin"] {
            let member = try site.staff(name + "@example.com")
            try member.get("/admin")
            #expect(try member.click("Profile").heading == "Profile")
            #expect(member.answer.facts["Email"] == name + "@example.com")
        }
    }

    @Test func `a new password ends all other sessions, is told by mail, and is the one from then on`() throws {
        let other = try site.staff()
        let before = clerk.cookies["session"]
        #expect(try change(DemoSite.password, DemoSite.longPassword).location == "/admin/profile?saved=yes")
        #expect(try clerk.follow().banner == "Your password is changed. All your other sessions have ended.")
        #expect(clerk.cookies["session"] != before)
        #expect(try other.get("/admin").location == "/admin/login")
        let mail = try site.outbox().map(\.message)
        #expect(mail.map(\.kind) == [.passwordChanged] && mail.first?.recipient.address.rawValue == "clerk@example.com")
        #expect(try site.visitor().signInAtTheCounter("clerk@example.com").status == 422)
        #expect(try site.visitor().signInAtTheCounter("clerk@example.com", DemoSite.longPassword).location == "/admin")
        #expect(try site.count("SELECT count(*) FROM events WHERE what = 'password changed' AND staff_id IS NOT NULL") == 1)
    }

    @Test(arguments: [
        (DemoSite.password, "three quiet her", "three quiet he", "The two passwords are not the same"),
        (DemoSite.password, "three quiet he", "three quiet he", "The password needs at least 15 characters"),
        ("wrong", DemoSite.longPassword, DemoSite.longPassword, "This is not your current password"),
        ("", DemoSite.longPassword, DemoSite.longPassword, "Type your current password"),
        (DemoSite.password, "", "", "Type a password"),
    ])
    func `what will not do is refused with the reason, and nothing changes`(
        current: String, new: String, again: String, reason: String
    ) throws {
        let answer = try change(current, new, again)
        #expect(answer.status == 422 && answer.problems == [reason])
        #expect(try site.visitor().signInAtTheCounter("clerk@example.com").location == "/admin")
        #expect(try site.outbox().isEmpty)
    }

    @Test func `with a second factor eight characters are enough, and then it stays on`() throws {
        let codes = try site.addSecondFactor()
        #expect(try change(DemoSite.password, "heron42!").status == 303)
        #expect(try site.account("clerk@example.com").hasShortPassword)
        try clerk.get("/admin/profile/second-factor")
        #expect(clerk.answer.text.contains("Your password is shorter than 15 characters"))
        #expect(clerk.answer.forms.flatMap(\.buttons).allSatisfy { $0.label != "TURN OFF" })
        let forged = try clerk.post(
            "/admin/profile/second-factor",
            [("csrf", clerk.token), ("deed", "removal"), ("current-password", "heron42!")])
        #expect(forged.status == 422)
        #expect(try site.account("clerk@example.com").hasSecondFactor)
        _ = codes
        #expect(try change("heron42!", DemoSite.longPassword).status == 303)
        #expect(try clerk.get("/admin/profile/second-factor").forms.flatMap(\.buttons).contains { $0.label == "TURN OFF" })
    }

    @Test func `wrong current passwords lock the account as at sign-in`() throws {
        for _ in 0..<10 { #expect(try change("wrong", DemoSite.longPassword).status == 422) }
        #expect(try change(DemoSite.password, DemoSite.longPassword).problems.first?.contains("opens again at 10:30 AM") == true)
    }

    @Test func `sessions are listed and ended as a company's are`() throws {
        let other = try site.staff()
        let colleague = try site.staff("admin@example.com")
        try site.addSecondFactor("reviewer@example.com")
        try clerk.get("/admin/profile")
        #expect(try clerk.click("Your sessions").rows(in: "sessions").count == 2)
        #expect(clerk.answer.links.contains { $0.text == "Back to Profile" })
        try clerk.submit("END ALL OTHERS")
        #expect(try clerk.follow().banner == "Ended. Whoever was signed in there has to sign in again.")
        #expect(try other.get("/admin").location == "/admin/login")
        #expect(try clerk.get("/admin").status == 200 && (try colleague.get("/admin").status) == 200)
    }

    @Test func `a colleague's session cannot be ended by its handle`() throws {
        let colleague = try site.staff("admin@example.com")
        let second = try site.staff("admin@example.com")
        try colleague.get("/admin/profile/sessions")
        let handles = colleague.answer.forms.compactMap { $0["session"]?.value }
        let handle = try #require(handles.first)
        try clerk.get("/admin/profile/sessions")
        #expect(try clerk.post("/admin/profile/sessions", [("csrf", clerk.token), ("session", handle)]).status == 303)
        #expect(try second.get("/admin").status == 200 && (try colleague.get("/admin").status) == 200)
    }
}
