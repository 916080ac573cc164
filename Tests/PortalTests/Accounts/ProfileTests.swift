import Credentials
import Permitting
import Storage
import Testing

struct ProfileTests {
    private let site: DemoSite
    private let visitor: Visitor

    init() throws {
        site = try DemoSite()
        visitor = try site.contractor(DemoSite.second)
        try visitor.get("/profile")
    }

    private func save(_ fill: (inout FormOnPage) throws -> Void) throws -> Answer { try visitor.submit("SAVE", fill) }

    private func stored() throws -> Contractor {
        let id = try site.credentials(DemoSite.second).id
        return try #require(try site.read { try $0.contractors.find(id: id) })
    }

    @Test func `the page has the guide's sections and fields, company and licence locked`() throws {
        #expect(visitor.answer.heading == "Edit Information")
        #expect(visitor.answer.page.all("legend").map(\.text) == ["Profile", "Change Password", "Security Question"])
        let form = try #require(visitor.answer.forms.first { $0.action == "/profile" })
        #expect(
            form.controls.map(\.label).filter { !$0.isEmpty } == [
                "Address", "City", "State", "Zip", "Email", "Phone", "Cell Phone", "Fax", "Current Password", "Password",
                "Confirm Password", "Enter Current Secret Answer", "Enter New Security Question", "Enter Secret Answer",
                "Re-enter New Secret Answer",
            ])
        #expect(visitor.answer.facts["Company Name"] == "SECOND STREET BUILDERS")
        #expect(visitor.answer.facts["State License #"] == "AEC0207")
        #expect(visitor.answer.facts["Current Security Question"] == "CAR")
    }

    @Test func `what is typed is saved, and blank password fields change nothing`() throws {
        let before = try site.credentials(DemoSite.second)
        let answer = try save { form in
            try form.type(" 1 MAIN ST ", in: "Address")
            try form.type("id", in: "State")
            try form.type("83854-1234", in: "Zip")
            try form.type("(208) 555-0207", in: "Phone")
            try form.type("208-555-0208", in: "Cell Phone")
        }
        #expect(answer.location == "/profile?saved=yes")
        #expect(try visitor.follow().banner == "Your information is saved.")
        let saved = try stored()
        #expect([saved.address, saved.state, saved.zip] == ["1 MAIN ST", "ID", "83854-1234"])
        #expect([saved.phone, saved.cellPhone] == ["(208) 555-0207", "208-555-0208"])
        let after = try site.credentials(DemoSite.second)
        #expect(after.passwordHash == before.passwordHash && after.secretAnswerHash == before.secretAnswerHash)
    }

    @Test(arguments: [
        ("Address", "", "Fill in Address"), ("Email", "nobody", "Enter an email address, like name@example.com"),
        ("Email", "a@b@example.com", "Enter an email address, like name@example.com"),
        ("Phone", "555-0207", "Enter a telephone number with its area code, like 208-555-0119"),
        ("Zip", "8385", "Enter a zip code, like 83814 or 83814-1234"), ("State", "Idaho", "State may have at most 2 characters"),
        ("State", "1D", "Enter the state as two letters, like ID"),
        ("City", "A\u{7}B", "This holds a character that cannot be saved"),
        ("Address", String(repeating: "x", count: 201), "Address may have at most 200 characters"),
        ("Fax", "none", "Enter a telephone number with its area code, like 208-555-0119"),
    ])
    func `a field that cannot be is refused with the reason, and nothing is saved`(label: String, text: String, reason: String)
        throws
    {
        let before = try stored()
        let answer = try save { form in
            try form.type("9 OTHER RD", in: label == "Address" ? "City" : "Address")
            try form.type(text, in: label)
        }
        #expect(answer.status == 422 && answer.problems == [reason])
        #expect(try stored() == before)
        #expect(answer.forms.first { $0.action == "/profile" }?[label]?.value == text)
    }

    @Test func `company, licence and what is not on the page cannot be posted`() throws {
        let before = try site.credentials(DemoSite.second)
        let answer = try save { form in
            for (name, value) in [
                ("company", "OTHER"), ("license", "AEC0119"), ("id", "1"), ("password_hash", "x"), ("failures", "9"),
            ] {
                form.forge(name, value)
            }
        }
        #expect(answer.status == 303)
        let after = try site.credentials(DemoSite.second)
        #expect(after.companyName == before.companyName && after.license == before.license && after.id == before.id)
        #expect(after.passwordHash == before.passwordHash && after.failures == 0)
    }

    @Test func `a new password needs the current one`() throws {
        for (current, reason) in [
            ("", "Type your current password to set a new one"), ("Permit2build", "This is not your current password"),
        ] {
            let answer = try save { form in
                try form.type(current, in: "Current Password")
                try form.type("NewRoad42", in: "Password")
                try form.type("NewRoad42", in: "Confirm Password")
                try form.type("CHANGED RD", in: "Address")
            }
            #expect(answer.status == 422 && answer.problems == [reason])
        }
        #expect(try site.visitor().signIn("SECOND STREET BUILDERS", DemoSite.password).location == "/dashboard")
        #expect(try stored().address == "702 E 2ND ST")
    }

    @Test func `a new password ends the other sessions and goes on in a new one`() throws {
        let other = try site.contractor(DemoSite.second)
        let token = visitor.cookies["session"]
        let answer = try save { form in
            try form.type(DemoSite.password, in: "Current Password")
            try form.type("NewRoad42", in: "Password")
            try form.type("NewRoad42", in: "Confirm Password")
        }
        #expect(answer.location == "/profile?saved=yes")
        #expect(try visitor.follow().status == 200)
        #expect(visitor.cookies["session"] != token)
        #expect(try other.get("/dashboard").location == "/login?next=%2Fdashboard")
        #expect(try site.visitor().signIn("SECOND STREET BUILDERS", DemoSite.password).status == 422)
        #expect(try site.visitor().signIn("SECOND STREET BUILDERS", "NewRoad42").location == "/dashboard")
    }

    @Test(arguments: [("short", "short"), ("NewRoad42", "NewRoad43"), ("", "NewRoad42")])
    func `the agency's rules hold for a new password too`(password: String, again: String) throws {
        let answer = try save { form in
            try form.type(DemoSite.password, in: "Current Password")
            try form.type(password, in: "Password")
            try form.type(again, in: "Confirm Password")
        }
        #expect(answer.status == 422)
        #expect(try site.visitor().signIn("SECOND STREET BUILDERS", DemoSite.password).location == "/dashboard")
    }

    private func ask(_ current: String) throws -> Answer {
        try save { form in
            try form.type(current, in: "Enter Current Secret Answer")
            try form.type("FIRST DOG", in: "Enter New Security Question")
            try form.type("Rex", in: "Enter Secret Answer")
            try form.type("Rex", in: "Re-enter New Secret Answer")
        }
    }

    @Test func `a new question needs the answer to the old one`() throws {
        #expect(try ask("").problems == ["Type your current secret answer to change the question"])
        #expect(try ask("Ford").problems == ["This is not your current secret answer"])
        #expect(try site.credentials(DemoSite.second).securityQuestion == "CAR")
        #expect(try ask(" CHEVROLET").status == 303)
        let kept = try site.credentials(DemoSite.second)
        #expect(kept.securityQuestion == "FIRST DOG")
        #expect(try PasswordHash.verify("rex", against: try #require(kept.secretAnswerHash)))
    }
}
