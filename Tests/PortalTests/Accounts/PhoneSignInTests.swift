import Credentials
import Permitting
import SQLite
import Storage
import Testing

/// "The password will be the last 4 digits of the phone number you have listed on file" (Harnett guide).
struct PhoneSignInTests {
    private static let cape = "CAPE FEAR HEATING & AIR"
    private static let license = "L-4410"
    private static let password = "Gables2Build"

    private let site: DemoSite
    private let visitor: Visitor

    init() throws {
        site = try DemoSite.office(.phone, then: .setUp) { $0.replacing("\"failures\": 10", with: "\"failures\": 5") }
        try site.addCompany(Self.cape, license: Self.license, phone: "(910) 555-0142", email: "cape@example.com")
        visitor = try site.visitor()
    }

    private func signIn(_ password: String) throws -> Answer { try site.visitor().signIn(Self.cape, password) }

    @discardableResult
    private func setUp(_ password: String = password) throws -> Answer {
        if visitor.answer.heading != "Set up your account" {
            try visitor.signIn(Self.cape, "0142")
            try visitor.follow()
        }
        return try visitor.submit("CONTINUE") { form in
            for label in ["Password", "Confirm Password"] { try form.type(password, in: label) }
        }
    }

    private func file(phone: String) throws {
        let id = try site.credentials(Self.license).id
        try site.write { records in
            guard var company = try records.contractors.find(id: id) else { return }
            company.phone = phone
            try records.contractors.update(company)
        }
    }

    @Test func `the digits lead to the set-up page and nowhere else, and that to the dashboard`() throws {
        #expect(try visitor.signIn(Self.cape, "0142").location == "/first-login")
        for address in ["/dashboard", "/profile", "/cart"] { #expect(try visitor.get(address).location == "/first-login") }
        try visitor.get("/first-login")
        #expect(visitor.answer.text.contains("What you signed in with just now stops working when you continue."))
        #expect(visitor.answer.forms.allSatisfy { $0["Security Question"] == nil })
        #expect(try setUp().location == "/dashboard")
        #expect(try visitor.follow().heading == "Hello \(Self.cape).")
        #expect(!visitor.answer.text.contains("still your password"))
    }

    @Test func `the digits are dead once a password is set, and no other telephone number brings any back`() throws {
        try setUp()
        #expect(try signIn("0142").status == 422)
        #expect(try signIn(Self.password).location == "/dashboard")
        try visitor.get("/profile")
        let answer = try visitor.submit("SAVE") { form in
            for (label, text) in [
                ("Address", "1 Main St"), ("City", "Lillington"), ("State", "NC"), ("Zip", "27546"), ("Phone", "910-555-0177"),
            ] { try form.type(text, in: label) }
        }
        #expect(answer.status == 303)
        for digits in ["0177", "0142"] { #expect(try signIn(digits).status == 422, "\(digits)") }
        #expect(try signIn(Self.password).location == "/dashboard")
    }

    @Test func `they are those of the number as it stands on file`() throws {
        try file(phone: "+1 910.555.0177 ext. 12")
        for digits in ["0142", "7712", "12"] { #expect(try signIn(digits).status == 422, "\(digits)") }
        #expect(try signIn("0177").location == "/first-login")
    }

    @Test(arguments: ["", "call us", "555-0142", "999-999-9999", "910-555-014", "910-555-01422"])
    func `a company without a usable number has no first password and stands in no list`(phone: String) throws {
        try file(phone: phone)
        let list = try visitor.get("/login").forms.first { $0.action == "/login" }
        #expect(list?["Company"]?.options.contains { $0.label == Self.cape } == false)
        for typed in ["0142", "9999", "1422", phone] where !typed.isEmpty {
            try visitor.post("/login", [("csrf", visitor.token), ("company", Self.license), ("password", typed)])
            #expect(visitor.answer.status == 422 && visitor.cookies["session"] == nil, "\(typed)")
        }
    }

    @Test(arguments: ["142", "00142", "0142 ", " 0142", "0143", "555-0142", "9105550142", "(910) 555-0142", "０１４２"])
    func `anything but the four digits is refused`(typed: String) throws {
        #expect(try visitor.signIn(Self.cape, typed).status == 422 && visitor.cookies["session"] == nil)
        #expect(
            visitor.answer.problems.first?.contains("The last four digits of your telephone number work only until you have set")
                == true)
    }

    @Test func `five wrong ones lock the account for thirty minutes`() throws {
        for _ in 0..<5 { #expect(try signIn("9999").status == 422) }
        #expect(try signIn("0142").problems.first?.contains("This account opens again at 10:30 AM") == true)
        site.clock.advance(minutes: 29)
        #expect(try signIn("0142").status == 422)
        site.clock.advance(minutes: 1)
        #expect(try signIn("0142").location == "/first-login")
    }

    @Test func `the first sign-in is told to the address on file once, when the password is set`() throws {
        _ = try signIn("0142")
        #expect(try site.hasNoMail())
        try setUp()
        _ = try signIn(Self.password)
        let mail = try site.outbox().map(\.message)
        #expect(mail.map(\.kind) == [.accountSetUp] && mail.first?.recipient.address.rawValue == "cape@example.com")
        #expect(mail.allSatisfy { !$0.body.contains("0142") })
    }

    @Test func `the digits are written down nowhere else`() throws {
        _ = try signIn("9142")
        try setUp()
        for sql in [
            "SELECT count(*) FROM contractors WHERE first_password_hash IS NOT NULL AND license = 'L-4410'",
            "SELECT count(*) FROM events WHERE detail LIKE '%0142%'", "SELECT count(*) FROM outbox WHERE body LIKE '%0142%'",
        ] as [SQL] { #expect(try site.count(sql) == 0) }
    }

    @Test func `of two who had the digits, the slower one cannot set a password over the other's`() throws {
        let slow = try site.visitor()
        try slow.signIn(Self.cape, "0142")
        try slow.follow()
        let id = try site.credentials(Self.license).id
        // As if the quick one's answer and this one's were on their way at once: the slow one's session has not ended yet.
        try site.write { try $0.contractors.setPassword("quick one's hash", contractor: id) }
        let answer = try slow.submit("CONTINUE") { form in
            for label in ["Password", "Confirm Password"] { try form.type("Thief2Build", in: label) }
        }
        #expect(answer.status == 403)
        #expect(try site.credentials(Self.license).passwordHash == "quick one's hash")
    }

    @Test func `a PIN that the office issues takes the digits' place`() throws {
        let clerk = try site.staff()
        try clerk.get("/admin/accounts/\(try site.credentials(Self.license).id)")
        #expect(clerk.answer.facts["Signs in with"] == "The last four digits of its telephone number, until it sets a password")
        try clerk.submit("ISSUE A NEW PIN")
        let pin = try #require(clerk.answer.text.firstMatch(of: #/The new PIN is ([0-9]{6})/#)?.1)
        #expect(try signIn("0142").status == 422)
        #expect(try signIn(String(pin)).location == "/first-login")
    }

    @Test func `the sign-in page says what the first password is`() throws {
        #expect(try visitor.get("/login").text.contains("The first time, the last four digits of the telephone number"))
    }
}
