import Permitting
import Testing

/// Where the office keeps no list of companies, nothing tells who has an account: no word, no status, no length.
struct EnumerationTests {
    private let site: DemoSite
    private let visitor: Visitor

    init() throws {
        site = try DemoSite { $0.replacing("\"listsCompanies\": true", with: "\"listsCompanies\": false") }
        visitor = try site.visitor()
    }

    private func guess(_ company: String, _ password: String = "Wrong1968x") throws -> Answer {
        try visitor.get("/login")
        return try visitor.post("/login", [("csrf", visitor.token), ("company", company), ("password", password)])
    }

    /// What was typed comes back, so that the pages differ by that much.
    private func isSame(_ one: Answer, _ other: Answer, typed: (String, String)) -> Bool {
        one.status == other.status && one.problems == other.problems
            && one.body.utf8.count - typed.0.utf8.count == other.body.utf8.count - typed.1.utf8.count
            && one.response.headers.values(of: "Set-Cookie") == other.response.headers.values(of: "Set-Cookie")
    }

    private func isSame(_ one: Answer, _ other: Answer) -> Bool { isSame(one, other, typed: ("", "")) }

    @Test func `an unknown licence is answered as a known one, wrong or locked or without any login`() throws {
        let unknown = try guess("AEC9999")
        #expect(unknown.status == 422)
        #expect(unknown.problems.first?.contains("or there were too many wrong passwords and the account waits") == true)
        #expect(isSame(unknown, try guess("AEC0207")))
        for _ in 0..<9 { try guess("AEC0207") }
        #expect(try site.credentials(DemoSite.second).lockedUntil != nil)
        #expect(isSame(unknown, try guess("AEC0207")))
        #expect(isSame(unknown, try guess("AEC0207", DemoSite.password)))
        try site.write { records in
            _ = try records.contractors.insert(.init(id: 0, companyName: "IMPORTED LLC", license: "AEC5555"))
        }
        #expect(isSame(unknown, try guess("AEC5555")))
    }

    @Test func `an address on file is answered as one that nobody has`() throws {
        let unknown = try guess("nobody@example.com")
        for typed in ["second@example.com", "contractor@example.com", "SECOND STREET BUILDERS", "RICH", "street"] {
            #expect(isSame(unknown, try guess(typed), typed: ("nobody@example.com", typed)), "\(typed)")
        }
        #expect(try guess("second@example.com", DemoSite.password).location == "/dashboard")
        // Two accounts under one address: it means neither, in the same words.
        try site.addAccount("SECOND STREET ROOFING", license: "AEC0999", email: "Second@example.com")
        let stranger = try site.visitor()
        try stranger.get("/login")
        let fields = [("csrf", stranger.token), ("company", "second@example.com"), ("password", DemoSite.password)]
        #expect(isSame(unknown, try stranger.post("/login", fields)))
        #expect(stranger.answer.text.contains("Company name, licence number or email"))
    }

    @Test(arguments: FirstPassword.allCases)
    func `whatever the first password, no answer tells who has one`(first: FirstPassword) throws {
        let site = try DemoSite.office(first, then: first == .resetLink ? nil : .setUp, lists: false)
        try site.addCompany("CAPE FEAR HEATING", license: "L-1", phone: "910-555-0142", email: "cape@example.com")
        try site.addCompany("NO TELEPHONE INC", license: "L-2")
        let visitor = try site.visitor()
        func guess(_ company: String) throws -> Answer {
            try visitor.get("/login")
            return try visitor.post("/login", [("csrf", visitor.token), ("company", company), ("password", "9999")])
        }
        let unknown = try guess("L-9")
        for company in ["L-1", "L-2", "CAPE FEAR HEATING", "NO TELEPHONE INC", "cape@example.com", "AEC0119", "AEC0207"] {
            #expect(isSame(unknown, try guess(company), typed: ("L-9", company)), "\(company)")
        }
    }

    @Test func `the ribbon then asks for a name instead of listing them`() throws {
        try visitor.get("/")
        let form = try #require(visitor.answer.forms.first { $0.action == "/login" })
        #expect(form["Company"]?.kind == "text" && !visitor.answer.text.contains("RICH CONTRACTOR"))
    }

    @Test func `at the office's own sign-in a locked member looks like nobody`() throws {
        func guess(_ email: String, _ password: String = "wrong") throws -> Answer {
            try visitor.signInAtTheCounter(email, password)
        }
        let unknown = try guess("clark@example.com")
        #expect(isSame(unknown, try guess("clerk@example.com")))
        for _ in 0..<9 { try guess("clerk@example.com") }
        #expect(isSame(unknown, try guess("clerk@example.com", DemoSite.password)))
    }
}
