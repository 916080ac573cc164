import Permitting
import TestSupport
import Testing

@testable import Storage

/// What every agency's demo records must be.
struct DemoTests {
    private struct Filed {
        let place: TemporaryFolder
        let database: PermitDatabase
        let demo: Demo

        init(_ name: String) throws {
            place = try TemporaryFolder()
            database = try PermitDatabase(folder: try DataFolder(path: place.file("data")))
            demo = try #require(Demo(named: name))
            let agency = try AgencyFile.read(ProjectFolder.file("Agencies/\(name).json"))
            try demo.load(into: database, agency: agency, now: DemoRecords.now, digest: DemoRecords.digest) { "hash of \($0)" }
        }

        func read<T>(_ body: (Records) throws -> T) throws -> T { try body(try database.reader().records) }
    }

    @Test func `every agency file that ships has its demo`() {
        #expect(Demo.names == ["aurora", "harnett", "hemet", "kootenai", "round-rock"])
    }

    @Test(arguments: Demo.names) func `the office's five people sign in with what the demo prints`(name: String) throws {
        let filed = try Filed(name)
        let password = name == "harnett" ? "Permit2Build!" : "Permit2Build"
        for login in filed.demo.logins.suffix(5) {
            #expect(login.secret == password)
            #expect(try filed.read { try $0.staff.credentials(email: login.name) }?.passwordHash == "hash of \(password)")
        }
    }

    @Test(arguments: [
        ("hemet", "TEST", "180665"), ("round-rock", "RR20417", "RR20417"),
    ])
    func `a company that has never signed in has the first password that the demo prints`(
        name: String, license: String, secret: String
    ) throws {
        let filed = try Filed(name)
        let company = try #require(try filed.read { try $0.contractors.credentials(license: license) })
        #expect(company.firstPasswordHash == "hash of \(secret)" && company.passwordHash == nil)
        #expect(filed.demo.logins.first?.name == company.companyName && filed.demo.logins.first?.secret == secret)
    }

    @Test func `Harnett's company has the telephone number whose last four digits the demo prints, and nothing else`() throws {
        let filed = try Filed("harnett")
        let company = try #require(try filed.read { try $0.contractors.credentials(license: "H3-20142") })
        #expect(company.key(at: .phone) == .telephone("0142"))
        #expect(filed.demo.logins.first?.name == company.companyName && filed.demo.logins.first?.secret == "0142")
    }

    @Test func `Aurora's two accounts have one address and no password`() throws {
        let filed = try Filed("aurora")
        let accounts = try filed.read { try $0.contractors.credentials(email: "office@example.com", limit: 9) }
        #expect(accounts.map(\.companyName) == ["FOX VALLEY ELECTRIC", "FOX VALLEY ELECTRIC"])
        #expect(accounts.map(\.license) == ["EL-2018-0007", "EL-2020-0031"])
        #expect(accounts.allSatisfy { $0.firstPasswordHash == nil && $0.passwordHash == nil })
    }

    @Test(arguments: Demo.names) func `every status, type and inspection of the records is one of the agency's own`(name: String)
        throws
    {
        let (filed, agency) = (try Filed(name), try AgencyFile.read(ProjectFolder.file("Agencies/\(name).json")))
        let permits = try filed.read { records in
            try records.connection.rows("SELECT id, type, status FROM permits") { row -> (Int, String, String) in
                (try row[0], try row[1], try row[2])
            }
        }
        #expect(!permits.isEmpty)
        for (id, type, status) in permits {
            #expect(agency.statuses.isKnown(status), "\(status)")
            let known = Set(agency.inspections.types(for: type).map(\.name))
            #expect(known.count >= 8)
            #expect(known.isSuperset(of: try filed.read { try $0.inspections.all(permit: id) }.map(\.type)))
        }
    }
}
