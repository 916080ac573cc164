import Permitting
import Testing

@testable import Storage

struct ContractorStoreTests {
    private let records: DemoRecords

    init() throws { records = try DemoRecords() }

    private func named(_ name: String) throws -> Int? {
        try records.read { try $0.contractors.credentials(named: name, at: .pin) }?.id
    }

    @Test func `the profile can be changed; company, licence and address cannot`() throws {
        let rich = try records.contractor(DemoRecords.rich)
        try records.write { records in
            var changed = Contractor(id: rich, companyName: "SOMEBODY ELSE", license: "X")
            (changed.address, changed.city, changed.state, changed.zip) = ("1 A ST", "ATHOL", "ID", "83801")
            (changed.email, changed.phone, changed.cellPhone, changed.fax) = (
                "new@example.com", "208-555-0001", "208-555-0002", "208-555-0003"
            )
            try records.contractors.update(changed)
        }
        let found = try #require(try records.read { try $0.contractors.find(id: rich) })
        #expect(found.companyName == "RICH CONTRACTOR" && found.license == "AEC0119")
        #expect([found.address, found.city, found.state, found.zip] == ["1 A ST", "ATHOL", "ID", "83801"])
        #expect(
            [found.email, found.phone, found.cellPhone, found.fax] == [
                "contractor@example.com", "208-555-0001", "208-555-0002", "208-555-0003",
            ])
        let second = try records.contractor(DemoRecords.second)
        #expect(try records.read { try $0.contractors.find(id: second) }?.email == "second@example.com")
        #expect(try records.read { try $0.contractors.find(id: 999_999) } == nil)
    }

    @Test func `the company list holds those who can sign in, by name and licence`() throws {
        for license in ["B-2", "B-1", "B-3"] {
            let id = try records.company("ACME", license: license)
            if license != "B-3" { try records.write { try $0.contractors.setFirstPassword("hash", contractor: id) } }
        }
        let listed = try records.read { try $0.contractors.signingIn(at: .pin, limit: 50) }
        #expect(
            listed.map { "\($0.companyName) \($0.license)" } == [
                "ACME B-1", "ACME B-2", "RICH CONTRACTOR AEC0119", "SECOND STREET BUILDERS AEC0207",
            ])
        #expect(try records.read { try $0.contractors.signingIn(at: .pin, limit: 1) }.map(\.license) == ["B-1"])
    }

    @Test func `a company is found by licence or by name, in any letter case`() throws {
        let rich = try records.contractor(DemoRecords.rich)
        for name in ["AEC0119", "aec0119", "RICH CONTRACTOR", "Rich Contractor"] { #expect(try named(name) == rich) }
        for name in ["", "RICH", "RICH CONTRACTOR ", "%", "' OR 1=1 --"] { #expect(try named(name) == nil) }
    }

    @Test func `two companies of one name are told apart by licence only`() throws {
        let (first, other) = (
            try records.company("FOX VALLEY", license: "EL-1"), try records.company("FOX VALLEY", license: "EL-2")
        )
        try records.write { try $0.contractors.setFirstPassword("hash", contractor: first) }
        // The other cannot sign in yet, so that the name says enough.
        #expect(try named("FOX VALLEY") == first)
        try records.write { try $0.contractors.setPassword("hash", contractor: other) }
        #expect(try named("FOX VALLEY") == nil)
        #expect(try named("EL-1") == first && (try named("EL-2")) == other)
    }

    @Test func `companies without a licence do not stand in each other's way`() throws {
        let (first, other) = (try records.company("ONE"), try records.company("OTHER"))
        #expect(first != other)
        #expect(try records.read { try $0.contractors.find(id: first) }?.license == "")
        #expect(refusal { try records.company("THIRD", license: DemoRecords.rich) }?.isUniqueViolation == true)
    }

    @Test func `a first password is dead once another is set`() throws {
        let rich = try records.contractor(DemoRecords.rich)
        try records.write { try $0.contractors.setPassword("new hash", contractor: rich) }
        let credentials = try #require(try records.read { try $0.contractors.credentials(id: rich) })
        #expect(credentials.firstPasswordHash == nil && credentials.passwordHash == "new hash")
    }

    @Test func `a new first password ends the password and the company's sessions, nobody else's`() throws {
        let (rich, second) = (try records.contractor(DemoRecords.rich), try records.contractor(DemoRecords.second))
        try records.write { records in
            for (token, contractor) in [([1], rich), ([2], second), ([3], second)] as [([UInt8], Int)] {
                try records.sessions.start(
                    tokenHash: token, csrf: "c", contractor: contractor, isSettingUp: false, at: DemoRecords.now)
            }
            try records.contractors.setFirstPassword("pin hash", contractor: second)
        }
        let credentials = try #require(try records.read { try $0.contractors.credentials(id: second) })
        #expect(credentials.firstPasswordHash == "pin hash" && credentials.passwordHash == nil)
        let alive = try records.read { records in try [[1], [2], [3]].map { try records.sessions.find(tokenHash: $0) != nil } }
        #expect(alive == [true, false, false])
    }

    @Test func `the security question is kept with the answer's hash`() throws {
        let rich = try records.contractor(DemoRecords.rich)
        try records.write { try $0.contractors.setSecurityQuestion("First boat?", answerHash: "answer hash", contractor: rich) }
        let credentials = try #require(try records.read { try $0.contractors.credentials(id: rich) })
        #expect(credentials.securityQuestion == "First boat?" && credentials.secretAnswerHash == "answer hash")
        #expect(credentials.firstPasswordHash == "hash of 440119")
    }
}
