import Permitting
import SQLite
import Testing

@testable import Storage

/// Permits that public users linked, and the users themselves.
struct PermitLinkTests {
    private let records: DemoRecords
    private let user: Int
    private let permit: Int

    init() throws {
        records = try DemoRecords()
        user = try Self.add("Pat Homeowner", "pat@example.com", records)
        permit = try records.permit("RES16-0304").id
    }

    private static func add(_ name: String, _ email: String, _ records: DemoRecords) throws -> Int {
        try records.write {
            var person = Contractor(id: 0, companyName: name, license: "")
            person.email = email
            return try $0.contractors.insert(publicUser: person, passwordHash: "hash")
        }
    }

    private func find(_ typed: String) throws -> [String] {
        try records.read { try $0.permits.find(typed: typed, limit: 5) }.map(\.rawValue)
    }

    @Test(arguments: [
        ("RES16-0304", ["RES16-0304"]), ("res160304", ["RES16-0304"]), ("r e s 1 6 0 3 0 4", ["RES16-0304"]),
        ("res16\u{2014}0304-", ["RES16-0304"]), ("RES16-030", []), ("RES16-03040", []), ("", []), (" - ", []),
        ("x' OR '1'='1", []), ("\u{1F600}", []), ("RES16\u{0}0304", ["RES16-0304"]),
    ])
    func `a number is found however it is typed`(typed: String, found: [String]) throws {
        #expect(try find(typed) == found)
    }

    @Test func `spaces, dashes and small letters of the number itself are passed over as well`() throws {
        for number in ["1980-001138 BP", "1980-001138-BP", "Web17 - 9", "-A1-"] {
            let number = try #require(PermitNumber(rawValue: number))
            try records.write {
                _ = try $0.permits.insert(
                    Permit(
                        id: 0, number: number, type: "X", status: PermitStatus(word: "ACTIVE", state: .active, listing: .byDate)),
                    contractors: [])
            }
        }
        #expect(try find("1980001138bp") == ["1980-001138 BP", "1980-001138-BP"])
        #expect(try find("1980-001138 BP") == ["1980-001138 BP"])
        #expect(try find("WEB179") == ["Web17 - 9"])
        #expect(try find("a1") == ["-A1-"])
    }

    @Test func `a walk looks at few numbers, whatever is typed`() throws {
        for text in [
            String(repeating: "R", count: 60), String(repeating: "-", count: 500), String(repeating: "a ", count: 10_000),
        ] {
            #expect(try find(text) == [])
        }
    }

    @Test func `a permit is linked once, and the office's own stays`() throws {
        func link() throws -> Bool {
            try records.write { try $0.permits.link(permit: permit, publicUser: user, at: DemoRecords.now) }
        }
        func unlink() throws -> Bool { try records.write { try $0.permits.unlink(permit: permit, publicUser: user) } }
        #expect(try link())
        #expect(try !link())
        #expect(try records.read { try $0.permits.linkedCount(by: user) } == 1)
        #expect(try records.read { try $0.permits.linkedUsers(permit: permit) }.map(\.name) == ["Pat Homeowner"])
        #expect(try records.read { try $0.permits.companies(permit: permit, limit: 5) }.map(\.license) == ["AEC0119"])
        #expect(try unlink())
        #expect(try !unlink())
        try records.write { try $0.permits.link(permit: permit, contractor: user) }
        #expect(try !unlink() && records.read { try $0.permits.isParty(contractor: user, permit: permit) })
        #expect(try records.read { try $0.permits.linkedUsers(permit: permit) }.isEmpty)
    }

    @Test func `unlinking a company's own permit does nothing`() throws {
        let rich = try records.contractor(DemoRecords.rich)
        #expect(try !records.write { try $0.permits.unlink(permit: permit, publicUser: rich) })
        #expect(try records.read { try $0.permits.isParty(contractor: rich, permit: permit) })
    }

    @Test func `one address is one public user's, and may be a company's too`() throws {
        #expect(refusal { try Self.add("Other", "PAT@example.com", records) }?.isUniqueViolation == true)
        _ = try Self.add("Sam", "contractor@example.com", records)
        #expect(try records.read { try $0.contractors.isPublicEmail("Contractor@example.com") })
        #expect(try records.read { try !$0.contractors.isPublicEmail("second@example.com") })
        #expect(try records.read { try $0.contractors.credentials(email: "contractor@example.com", limit: 5) }.count == 2)
    }

    @Test func `a public user is found by address and by a name of his own`() throws {
        func find(_ name: String) throws -> Int? { try records.read { try $0.contractors.credentials(publicUser: name)?.id } }
        #expect(try find("PAT@example.com") == user && find("pat homeowner") == user)
        #expect(try find("RICH CONTRACTOR") == nil && find("contractor@example.com") == nil && find("") == nil)
        _ = try Self.add("PAT HOMEOWNER", "other@example.com", records)
        #expect(try find("Pat Homeowner") == nil && find("pat@example.com") == user)
    }
}
