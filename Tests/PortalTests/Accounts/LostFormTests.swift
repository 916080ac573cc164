import Testing

struct LostFormTests {
    private let site: DemoSite
    private let visitor: Visitor

    init() throws {
        site = try DemoSite()
        visitor = try site.contractor(DemoSite.second)
    }

    private func typeProfile() throws {
        try visitor.get("/profile")
        site.clock.advance(minutes: 61)
        try visitor.submit("SAVE") { form in
            try form.type("1 MAIN <ST>", in: "Address")
            try form.type("Permit2Build", in: "Current Password")
            try form.type("NewPassword9", in: "Password")
            try form.type("NewPassword9", in: "Confirm Password")
        }
    }

    private func typed(_ label: String) -> String? {
        visitor.answer.forms.first { $0.action == "/profile" }?[label]?.value
    }

    private func signInAgain(_ company: String = "SECOND STREET BUILDERS", _ password: String = DemoSite.password) throws {
        let page = try visitor.follow()
        #expect(page.heading.contains("Sign in") || page.heading.contains("Login"))
        try visitor.submit("LOGIN", to: "/login") { form in
            try form.choose(company, in: "Company")
            try form.type(password, in: "Password")
        }
        try visitor.follow()
    }

    @Test func `a form sent after the session ended leads to sign-in and then back to the form as typed`() throws {
        try typeProfile()
        #expect(visitor.answer.location == "/login?next=%2Fprofile%3Fkept%3D1&lost=kept")
        #expect(try visitor.follow().banner?.contains("your form comes back as you had typed it") == true)
        try signInAgain()
        #expect(visitor.answer.heading == "Edit Information")
        #expect(typed("Address") == "1 MAIN <ST>")
        #expect(visitor.answer.banner?.contains("It was not sent") == true)
        #expect(try visitor.submit("SAVE") { _ in }.location == "/profile?saved=yes")
        #expect(try site.count("SELECT count(*) FROM contractors WHERE address = '1 MAIN <ST>'") == 1)
    }

    @Test func `passwords and secret answers are not kept`() throws {
        try typeProfile()
        #expect(try site.count("SELECT count(*) FROM kept_forms") == 1)
        #expect(try site.count("SELECT count(*) FROM kept_forms WHERE fields LIKE '%Permit2Build%'") == 0)
        #expect(try site.count("SELECT count(*) FROM kept_forms WHERE fields LIKE '%NewPassword9%' OR fields LIKE '%csrf%'") == 0)
    }

    @Test func `a request for inspections comes back with the rows that were added`() throws {
        let rich = try site.contractor()
        try rich.get("/permits/RES16-0304/inspections/new")
        func fill(_ form: inout FormOnPage, _ type: String) throws {
            try form.choose(type, in: "Inspection Type")
            try form.choose("Tue, Nov 24, 2026", in: "Requested Date")
            try form.choose("AM (8:00 AM to 12:00 PM)", in: "Time")
        }
        let address = "/permits/RES16-0304/inspections/new"
        try rich.submit("ADD INSPECTION", to: address) { try fill(&$0, "ADDRESSING") }
        try rich.submit("ADD INSPECTION", to: address) { try fill(&$0, "ROUGH MECHANICAL") }
        site.clock.advance(minutes: 61)
        try rich.submit("SUBMIT", to: address) { form in try form.type("Gate code 1234", in: "Notes") }
        let next = "/permits/RES16-0304/inspections/new?kept=1"
        #expect(rich.answer.location?.contains("lost=kept") == true)
        rich.cookies = try site.contractor().cookies
        #expect(try rich.get(next).text.contains("ROUGH MECHANICAL, Tue, Nov 24, 2026"))
        #expect(rich.answer.forms.first { $0.action == address }?["Notes"]?.value == "Gate code 1234")
        #expect(try site.inspections("RES16-0304").filter(\.state.isActive).isEmpty)
        #expect(try rich.submit("SUBMIT", to: address) { _ in }.location?.hasPrefix("/dashboard?requested=") == true)
        #expect(try site.inspections("RES16-0304").filter(\.state.isActive).count == 2)
    }

    @Test func `another account never sees it, nor does the owner at another page or a day later`() throws {
        try typeProfile()
        visitor.cookies = try site.contractor().cookies
        try visitor.get("/profile?kept=1")
        #expect(typed("Address") != "1 MAIN <ST>" && visitor.answer.banner == nil)
        visitor.cookies = try site.contractor(DemoSite.second).cookies
        #expect(try visitor.get("/permits/RES16-0686/inspections/new?kept=1").text.contains("1 MAIN") == false)
        for id in ["2", "x", "-1", "99999999999999999999"] {
            try visitor.get("/profile?kept=\(id)")
            #expect(visitor.answer.status == 200 && typed("Address") != "1 MAIN <ST>")
        }
        try visitor.get("/profile?kept=1")
        #expect(typed("Address") == "1 MAIN <ST>")
        site.clock.advance(minutes: 24 * 60)
        visitor.cookies = try site.contractor(DemoSite.second).cookies
        try visitor.get("/profile?kept=1")
        #expect(typed("Address") != "1 MAIN <ST>")
    }

    @Test func `it comes back too when the session was ended by signing out in another window`() throws {
        try visitor.get("/profile")
        let other = try visitor.twin()
        try other.get("/dashboard")
        try other.submit("LOG OUT")
        try visitor.submit("SAVE") { form in try form.type("1 MAIN <ST>", in: "Address") }
        #expect(visitor.answer.location?.contains("lost=kept") == true)
    }

    @Test func `a form of an old session comes back at once to somebody who has signed in again meanwhile`() throws {
        try visitor.get("/profile")
        visitor.cookies = try site.contractor(DemoSite.second).cookies
        try visitor.submit("SAVE") { form in try form.type("1 MAIN <ST>", in: "Address") }
        #expect(visitor.answer.location == "/profile?kept=1")
        try visitor.follow()
        #expect(typed("Address") == "1 MAIN <ST>")
        #expect(try site.count("SELECT count(*) FROM contractors WHERE address = '1 MAIN <ST>'") == 0)
    }

    @Test func `nothing is kept for a stranger, for another company's page or without the page's token`() throws {
        let stranger = try site.visitor()
        try stranger.get("/login")
        try stranger.post("/profile", [("csrf", stranger.token), ("address", "1 MAIN <ST>")])
        #expect(stranger.answer.location == "/login?next=%2Fprofile&lost=form")
        for token in ["", "x", "AAAA", String(repeating: "A", count: 86)] {
            try stranger.post("/profile", [("csrf", token), ("address", "1 MAIN <ST>")])
            #expect(stranger.answer.location == "/login?next=%2Fprofile&lost=form")
        }
        try visitor.get("/profile")
        let token = visitor.token
        let rich = try site.contractor()
        #expect(try rich.post("/profile", [("csrf", token), ("address", "1 MAIN <ST>")]).status == 403)
        #expect(try site.count("SELECT count(*) FROM kept_forms") == 0)
    }

    @Test func `an account has ten of them at most`() throws {
        try visitor.get("/profile")
        let token = visitor.token
        site.clock.advance(minutes: 61)
        for number in 1...12 { try visitor.post("/profile", [("csrf", token), ("address", "\(number) MAIN ST")]) }
        #expect(try site.count("SELECT count(*) FROM kept_forms") == 10)
        #expect(try site.count("SELECT count(*) FROM kept_forms WHERE fields = 'address=12+MAIN+ST'") == 1)
        site.clock.advance(minutes: 24 * 60 + 1)
        try visitor.post("/profile", [("csrf", token), ("address", "13 MAIN ST")])
        #expect(try site.count("SELECT count(*) FROM kept_forms") == 1)
    }
}
