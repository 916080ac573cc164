import Credentials
import Permitting
import Storage
import Testing

/// Which companies stand in the list, and how one signs in where there is none.
struct CompanyListTests {
    static func addCompanies(_ count: Int, to site: DemoSite, named name: String = "BUILDER") throws {
        let hash = try PasswordHash.hash(DemoSite.password, cost: 1)
        try site.write { records in
            for number in 1...count {
                let company = Contractor(
                    id: 0, companyName: count == 1 ? name : "\(name) \(number)", license: "\(name)-\(number)".uppercased())
                try records.contractors.setPassword(hash, contractor: try records.contractors.insert(company))
            }
        }
    }

    private static func login(_ visitor: Visitor) throws -> FormOnPage.Control {
        try #require(try visitor.get("/login").forms.first { $0.action == "/login" }?["Company"])
    }

    @Test func `two companies of one name are told apart by licence`() throws {
        let site = try DemoSite()
        try Self.addCompanies(1, to: site, named: "RICH CONTRACTOR")
        let labels = try Self.login(try site.visitor()).options.dropFirst().map(\.label)
        #expect(labels == ["RICH CONTRACTOR (AEC0119)", "RICH CONTRACTOR (RICH CONTRACTOR-1)", "SECOND STREET BUILDERS"])
        #expect(try site.visitor().signIn("RICH CONTRACTOR (AEC0119)", DemoSite.pin).location == "/first-login")
        #expect(try site.visitor().signIn("RICH CONTRACTOR (RICH CONTRACTOR-1)", DemoSite.password).location == "/dashboard")
    }

    @Test func `without a list an id signs nobody in, and a name two companies have is not enough`() throws {
        let site = try DemoSite { $0.replacing("\"listsCompanies\": true", with: "\"listsCompanies\": false") }
        try Self.addCompanies(1, to: site, named: "SECOND STREET BUILDERS")
        let id = String(try site.credentials(DemoSite.second).id)
        for typed in [id, "SECOND STREET BUILDERS", "SECOND STREET", "SECOND STREET%", "second@", ""] {
            let visitor = try site.visitor()
            try visitor.get("/login")
            try visitor.submit("LOGIN") { form in
                try form.type(typed, in: "Company")
                try form.type(DemoSite.password, in: "Password")
            }
            #expect(visitor.answer.status == 422, "\(typed)")
        }
        let visitor = try site.visitor()
        #expect(try visitor.get("/").forms.first { $0.action == "/login" }?["Company"]?.kind == "text")
        #expect(!visitor.answer.body.contains("BUILDERS"))
    }

    @Test func `an agency without a security question asks for none`() throws {
        let site = try DemoSite { $0.replacing("\"securityQuestion\": true", with: "\"securityQuestion\": false") }
        let visitor = try site.visitor()
        try visitor.signIn(DemoSite.pin)
        #expect(try visitor.follow().forms.first { $0.action == "/first-login" }?["Security Question"] == nil)
        try visitor.submit("CONTINUE") { form in
            for label in ["Password", "Confirm Password"] { try form.type("Dodd1968", in: label) }
        }
        #expect(try visitor.follow().heading == "Hello RICH CONTRACTOR.")
        #expect(!(try visitor.get("/profile").text.contains("Security Question")))
    }
}
