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

    private func isSame(_ one: Answer, _ other: Answer) -> Bool {
        one.status == other.status && one.problems == other.problems && one.body.utf8.count == other.body.utf8.count
            && one.response.headers.values(of: "Set-Cookie") == other.response.headers.values(of: "Set-Cookie")
    }

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
