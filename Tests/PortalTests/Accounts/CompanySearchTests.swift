import Permitting
import SQLite
import Testing

@testable import Storage

/// Above two hundred companies the agency's list is searched instead of shown, with no script.
struct CompanySearchTests {
    private static let second = "SECOND STREET BUILDERS"
    private let site: DemoSite
    private let visitor: Visitor

    init() throws {
        site = try DemoSite()
        try CompanyListTests.addCompanies(199, to: site)
        visitor = try site.visitor()
    }

    private var options: [String] {
        visitor.answer.forms.first { $0.method == "post" && $0.action == "/login" }?["Company"]?.options.map(\.label) ?? []
    }

    private func find(_ text: String) throws {
        try visitor.get("/login")
        try visitor.submit("SEARCH") { try $0.type(text, in: "find") }
        #expect(visitor.answer.status == 200)
    }

    private func login(_ company: String, _ password: String = DemoSite.password) throws -> Answer {
        try visitor.submit("LOGIN") { form in
            try form.choose(company, in: "Company")
            try form.type(password, in: "Password")
        }
    }

    @Test func `two hundred are a list, and one more is a search`() throws {
        #expect(try visitor.get("/login").forms.filter { $0.action == "/login" }.map(\.method) == ["get", "post"])
        // Until one is found the password is for a login of one's own.
        #expect(visitor.answer.forms.allSatisfy { $0["Company"] == nil } && visitor.answer.text.contains("Find your company"))
        #expect(try visitor.get("/").forms.first { $0.action == "/login" }?["Company"]?.kind == "text")
        try site.write { try $0.connection.run("DELETE FROM contractors WHERE company_name = 'BUILDER 199'") }
        try visitor.get("/login")
        #expect(options.count == 201)
    }

    @Test func `part of the name or the whole licence number finds the company, and its password opens it`() throws {
        for text in ["street build", "aec0207"] {
            try find(text)
            #expect(options == ["Choose your company", Self.second])
            #expect(visitor.answer.text.contains("1 company was found."))
        }
        // The only one that was found is chosen already.
        let answer = try visitor.submit("LOGIN") { try $0.type(DemoSite.password, in: "Password") }
        #expect(answer.location == "/dashboard")
    }

    @Test func `where to go on is not lost on the way`() throws {
        try visitor.get("/receipts")
        try visitor.follow()
        try visitor.submit("SEARCH") { try $0.type("second", in: "find") }
        #expect(try login(Self.second).location == "/receipts")
    }

    @Test func `companies of one name are told apart by licence`() throws {
        try CompanyListTests.addCompanies(1, to: site, named: "RICH CONTRACTOR")
        try find("rich")
        #expect(options == ["Choose your company", "RICH CONTRACTOR (AEC0119)", "RICH CONTRACTOR (RICH CONTRACTOR-1)"])
        #expect(try login("RICH CONTRACTOR (AEC0119)", DemoSite.pin).location == "/first-login")
    }

    @Test func `too many matches are told, and nothing found too`() throws {
        try find("BUILDER")
        #expect(options.count == 51 && visitor.answer.text.contains("More than 50 companies were found."))
        for text in ["nobody at all", "AEC02", "%", "second@example.com", "208-555-0207"] {
            try find(text)
            #expect(options.isEmpty && visitor.answer.text.contains("No company that can sign in has this"), "\(text)")
        }
    }

    @Test(arguments: ["second street builders", " AEC0207 ", "aec0207"])
    func `the ribbon takes a whole name or licence number at once`(typed: String) throws {
        try visitor.get("/")
        let answer = try visitor.submit("LOGIN") { form in
            try form.type(typed, in: "Company")
            try form.type(DemoSite.password, in: "Password")
        }
        #expect(answer.location == "/dashboard")
    }

    @Test func `part of a name in the ribbon brings the matches, never the password, which counts as no try`() throws {
        try visitor.get("/")
        try visitor.submit("LOGIN") { form in
            try form.type("street", in: "Company")
            try form.type(DemoSite.password, in: "Password")
        }
        #expect(visitor.answer.status == 422)
        #expect(visitor.answer.problems == ["Choose your company, and type the password again"])
        #expect(!visitor.answer.body.contains(DemoSite.password) && options.count == 2)
        #expect(try site.credentials(DemoSite.second).failures == 0)
        #expect(try login(Self.second).location == "/dashboard")
    }

    @Test func `what the ribbon cannot find is said at the search`() throws {
        for (typed, reason) in [
            ("nobody at all", "No company that can sign in has this in its name or licence number"),
            ("", "Type part of your company's name, or its licence number"),
        ] {
            try visitor.get("/")
            try visitor.submit("LOGIN") { form in
                try form.type(typed, in: "Company")
                try form.type("x", in: "Password")
            }
            #expect(visitor.answer.status == 422 && visitor.answer.problems == [reason])
            #expect(visitor.answer.page.first(id: "find-error")?.text == "Error: " + reason)
        }
    }

    @Test func `a wrong password keeps the company chosen, and a lock tells when it opens`() throws {
        try find("second")
        for _ in 0..<10 {
            #expect(try login(Self.second, "Wrong2Build").status == 422)
            let form = try #require(visitor.answer.forms.first { $0.method == "post" && $0.action == "/login" })
            #expect(form["Company"]?.value == String(try site.credentials(DemoSite.second).id))
            #expect(!visitor.answer.body.contains("Wrong2Build"))
        }
        #expect(try login(Self.second).problems.first?.contains("opens again at 10:30 AM") == true)
        site.clock.advance(minutes: 30)
        #expect(try login(Self.second).location == "/dashboard")
    }

    @Test func `only companies that can sign in are chosen, whatever number is sent`() throws {
        let id = try site.addCompany("IMPORTED LLC", license: "X1")
        let pat = try site.write { records in
            try records.connection.run(
                "INSERT INTO contractors (kind, company_name, email, password_hash) SELECT 'public', 'PAT', 'pat@example.com', password_hash FROM contractors WHERE license = 'AEC0207'"
            )
            return Int(records.connection.lastInsertedRowID)
        }
        for number in [id, pat, 0, -1, Int.max] {
            try find("second")
            let fields = [
                ("csrf", visitor.token), ("find", "second"), ("company", String(number)), ("password", DemoSite.password),
            ]
            #expect(try visitor.post("/login", fields).status == 422 && visitor.cookies["session"] == nil)
            #expect(visitor.answer.problems == ["Choose your company, and type the password again"])
        }
    }

    @Test func `an agency without a list has no search either`() throws {
        let site = try DemoSite { $0.replacing("\"listsCompanies\": true", with: "\"listsCompanies\": false") }
        try CompanyListTests.addCompanies(199, to: site)
        let visitor = try site.visitor()
        let plain = try visitor.get("/login").body.replacing(visitor.token, with: "")
        for text in ["second", "AEC0207", "nobody"] {
            let found = try visitor.get("/login?find=\(text)")
            #expect(found.body.replacing(visitor.token, with: "") == plain)
            #expect(!found.text.contains("SECOND STREET"))
        }
        var said: Set<String> = []
        for typed in ["SECOND STREET", "street", "AEC02", "second@", "nobody at all"] {
            try visitor.post(
                "/login", [("csrf", visitor.token), ("find", typed), ("company", typed), ("password", DemoSite.password)])
            said.insert(visitor.answer.problems.joined())
            #expect(visitor.answer.status == 422 && !visitor.answer.text.contains("BUILDERS"), "\(typed)")
        }
        #expect(said.count == 1)
    }
}
