import Permitting
import Testing

@testable import Storage

/// Which companies can sign in, at offices with first passwords of each kind.
struct SigningInTests {
    private let records: DemoRecords

    init() throws { records = try DemoRecords() }

    private func add(_ name: String, license: String = "", phone: String = "", email: String = "") throws -> Int {
        try records.write { records in
            var company = Contractor(id: 0, companyName: name, license: license)
            (company.phone, company.email) = (phone, email)
            return try records.contractors.insert(company)
        }
    }

    private func listed(_ office: FirstPassword) throws -> [String] {
        try records.read { try $0.contractors.signingIn(at: office, limit: 50) }.map(\.companyName)
    }

    private func found(_ text: String, at office: FirstPassword = .pin) throws -> [String] {
        try records.read { try $0.contractors.signingIn(matching: text, at: office, limit: 50) }.map(\.companyName)
    }

    /// A public user's row, which no form of the contractors' may find.
    private func addPublicUser(_ name: String, email: String) throws {
        try records.write { records in
            try records.connection.run(
                "INSERT INTO contractors (kind, company_name, email, phone, password_hash) VALUES ('public', ?, ?, '910-555-0199', 'h')",
                name, email)
        }
    }

    @Test func `each office lists those that its first passwords let in`() throws {
        _ = try add("CAPE FEAR HEATING", phone: "910-555-0142")
        _ = try add("NO TELEPHONE INC", phone: "call us")
        try addPublicUser("PAT PUBLIC", email: "pat@example.com")
        let (rich, second) = ("RICH CONTRACTOR", "SECOND STREET BUILDERS")
        #expect(try listed(.pin) == [rich, second] && (try listed(.registrationCode)) == [rich, second])
        #expect(try listed(.phone) == ["CAPE FEAR HEATING", rich, second])
        #expect(try listed(.resetLink) == [second])
    }

    @Test(arguments: [
        "910-555-0142", "(910) 555-0142 x12", "+1 910.555.0142 ext. 5", "910/555-0142 EXT 7", "1-910-555-0142", "", "555-0142",
        "999-999-9999", "000-000-0000", "910-055-0142", "910-555-O142", "９１０-555-0142", "910-555-01420", "910,555,0142",
        "x9105550142", "910-555-0142 or 910-555-0143", "1 1 910 555 0142",
    ])
    func `the schema and the rule agree on what is a telephone number`(phone: String) throws {
        _ = try add("CAPE FEAR HEATING", phone: phone)
        #expect(try listed(.phone).contains("CAPE FEAR HEATING") == (TelephoneNumber(phone) != nil))
    }

    @Test func `part of a name finds a company, and so does its licence, but no part of that`() throws {
        for text in ["street", "SECOND", "builders", "T B", "aec0207"] {
            #expect(try found(text) == ["SECOND STREET BUILDERS"], "\(text)")
        }
        #expect(try found("c") == ["RICH CONTRACTOR", "SECOND STREET BUILDERS"])
        for text in ["0207", "AEC02", "%", "_", "second@example.com", "208-555-0207", "5550207", "PUBLIC", "' OR 1=1 --"] {
            #expect(try found(text) == [], "\(text)")
        }
    }

    @Test func `a name that two companies have, and a mail address that two have, means neither`() throws {
        let (first, other) = (
            try add("FOX VALLEY", license: "EL-1", phone: "331-555-0101", email: "office@example.com"),
            try add("FOX VALLEY", license: "EL-2", email: "OFFICE@example.com")
        )
        func named(_ name: String, _ office: FirstPassword) throws -> Int? {
            try records.read { try $0.contractors.credentials(named: name, at: office) }?.id
        }
        #expect(try named("FOX VALLEY", .pin) == nil && (try named("FOX VALLEY", .phone)) == first)
        #expect(try named("el-2", .phone) == other)
        #expect(try records.read { try $0.contractors.credentials(onlyEmail: "office@example.com") } == nil)
        #expect(
            try records.read { try $0.contractors.credentials(onlyEmail: "Second@Example.com") }?.companyName
                == "SECOND STREET BUILDERS")
        try addPublicUser("PAT PUBLIC", email: "pat@example.com")
        for typed in ["PAT PUBLIC", "pat@example.com"] { #expect(try named(typed, .phone) == nil, "\(typed)") }
        #expect(try records.read { try $0.contractors.credentials(onlyEmail: "pat@example.com") } == nil)
    }

    @Test func `a first sign-in is noted once, again after a new first password, and never with a password`() throws {
        let rich = try records.contractor(DemoRecords.rich)
        func note() throws -> Bool {
            try records.write { try $0.contractors.noteFirstSignIn(contractor: rich, at: DemoRecords.now) }
        }
        #expect(try note() && !(try note()))
        try records.write { try $0.contractors.setFirstPassword("new hash", contractor: rich) }
        #expect(try note() && !(try note()))
        try records.write { try $0.contractors.setFirstPassword("newer hash", contractor: rich) }
        try records.write { try $0.contractors.setPassword("own hash", contractor: rich) }
        #expect(try !note())
    }

    @Test func `the records know what the agency file said last`() throws {
        let fresh = try PermitDatabase(folder: try DataFolder(path: records.place.file("fresh")))
        #expect(try fresh.reader().records.office.firstPassword() == .pin)
        fresh.close()
        try records.write { try $0.office.keep(.registrationCode) }
        #expect(try records.read { try $0.office.firstPassword() } == .registrationCode)
        try records.database.prepare(for: records.agency)
        #expect(try records.read { try $0.office.firstPassword() } == .pin)
    }
}
