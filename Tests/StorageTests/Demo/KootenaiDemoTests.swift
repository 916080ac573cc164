import Permitting
import Testing

@testable import Storage

/// The demo records are the guide's, cell by cell. Addresses that the guide cuts short begin as it prints them.
struct KootenaiDemoTests {
    private let records: DemoRecords

    init() throws { records = try DemoRecords() }

    private func active(_ license: String) throws -> [PermitListing] {
        let contractor = try records.contractor(license)
        return try records.read {
            try $0.permits.active(
                contractor: contractor, today: DemoRecords.today, order: PermitOrder(.number), limit: 50, offset: 0)
        }
    }

    private func line(_ listing: PermitListing, addressOf length: Int) -> String {
        let permit = listing.permit
        let refusal = InspectionRules(agency: records.agency, now: DemoRecords.now)
            .refusal(permit: permit, reinspectionBalance: listing.reinspectionDue)
        return [
            permit.number.rawValue, String(permit.address.prefix(length)), permit.type, permit.status.word,
            refusal == nil ? "Request" : "",
            listing.due.description,
        ].joined(separator: " | ")
    }

    @Test func `My Active Permits of RICH CONTRACTOR`() throws {
        #expect(
            try active(DemoRecords.rich).map { line($0, addressOf: $0.permit.number.rawValue == "RES17-0150" ? 10 : 10) } == [
                "RES16-0304 | 1502 E FAL | RESIDENTIAL | ACTIVE | Request | $0.00",
                "RES16-0308 | 1635 E LAD | RESIDENTIAL | ACTIVE | Request | $0.00",
                "RES16-0314 | 8050 W SPR | RESIDENTIAL | ACTIVE | Request | $0.00",
                "RES16-0686 | 2917 S SCH | RESIDENTIAL | ACTIVE | Request | $0.00",
                "RES16-0688 | 1968 E DOD | RESIDENTIAL | READY TO ISSUE |  | $1,023.98",
                "RES17-0150 | 34554 CLUE | RESIDENTIAL | IN REVIEW |  | $572.43",
                "RES17-0156 | 1234 W KEV | RESIDENTIAL | PENDING APPROVAL |  | $1,567.25",
                "RES17-0163 |  | RESIDENTIAL | SUBMITTED |  | $35.00",
                "RES17-0167 |  | RESIDENTIAL | SUBMITTED |  | $82.00",
                "WEB17-0002 | 12451 N CH | MECHANICAL | SUBMITTED |  | $0.00",
            ])
    }

    @Test func `My Active Inspections of RICH CONTRACTOR`() throws {
        let contractor = try records.contractor(DemoRecords.rich)
        let listings = try records.read { try $0.inspections.active(contractor: contractor, limit: 50, offset: 0) }
        #expect(
            listings.map { [$0.permit.number.rawValue, $0.permit.status.word, String($0.permit.address.prefix(10)), $0.type] }
                == [
                    ["RES17-0150", "IN REVIEW", "34554 CLUE", "ADDRESSING"]
                ])
        #expect(listings.first?.day.rawValue == "2026-11-23")
    }

    @Test func `My Expired Permits of RICH CONTRACTOR`() throws {
        let contractor = try records.contractor(DemoRecords.rich)
        let listings = try records.read {
            try $0.permits.expired(
                contractor: contractor, today: DemoRecords.today, order: PermitOrder(.number), limit: 50, offset: 0)
        }
        #expect(
            listings.map { listing in
                let permit = listing.permit
                return [
                    permit.number.rawValue, String(permit.address.prefix(10)), permit.type, permit.status.word,
                    permit.expiresOn?.short ?? "",
                    listing.due.description,
                ].joined(separator: " | ")
            } == [
                "RES16-0310 | 3010 E RIV | RESIDENTIAL | ACTIVE | 10/10/2016 | $0.00",
                "RES16-0689 | 4255 S BOI | RESIDENTIAL | ACTIVE | 12/17/2016 | $0.00",
                "RES16-0690 | 33124 N BR | RESIDENTIAL | ACTIVE | 6/4/2017 | $0.00",
            ])
    }

    @Test func `My Active Permits of SECOND STREET BUILDERS`() throws {
        #expect(
            try active(DemoRecords.second).map { line($0, addressOf: 10) } == [
                "RES16-0601 | 14927 S HL | RESIDENTIAL | CANCELLED |  | $0.00",
                "RES16-0686 | 2917 S SCH | RESIDENTIAL | ACTIVE |  | $65.00",
            ])
        #expect(try active(DemoRecords.second)[1].reinspectionDue == Money(cents: 6_500))
    }

    @Test func `the six fees of RES16-0688`() throws {
        let permit = try records.permit("RES16-0688")
        #expect(permit.site.address == "1968 E DODD RD")
        let fees = try records.read { try $0.fees.all(permit: permit.id, contractor: nil) }
        #expect(
            fees.map { "\($0.name) \($0.amount)" } == [
                "MECHANICAL PERMIT $96.00", "PLAN REVIEW FEE BALANCE $65.08", "BUILDING PERMIT FEE $650.75", "PLANNING $35.00",
                "RES/GAR/ADD PARTIAL PLAN REVIEW FEE $130.15", "FIRE DISTRICT INSPECTION FEE $47.00",
            ])
        #expect(fees.allSatisfy { !$0.isPaid })
    }

    @Test func `the companies and the staff sign in with what the demo prints`() throws {
        let demo = try #require(Demo(named: "kootenai"))
        #expect(demo.logins.map(\.name).prefix(2) == ["RICH CONTRACTOR", "SECOND STREET BUILDERS"])
        #expect(demo.logins.map(\.secret) == ["440119"] + Array(repeating: "Permit2Build", count: 6))
        let (rich, second) = try records.read {
            (
                try $0.contractors.credentials(license: DemoRecords.rich),
                try $0.contractors.credentials(license: DemoRecords.second)
            )
        }
        #expect(rich?.firstPasswordHash == "hash of 440119" && rich?.passwordHash == nil)
        #expect(second?.passwordHash == "hash of Permit2Build" && second?.firstPasswordHash == nil)
        #expect(second?.securityQuestion == "CAR")
        for login in demo.logins.dropFirst(2) {
            let credentials = try records.read { try $0.staff.credentials(email: login.name) }
            #expect(credentials?.passwordHash == "hash of Permit2Build")
        }
        #expect(Set(try records.read { try $0.staff.inspectors() }.map(\.name)) == ["Ira Inspector"])
    }

    @Test func `an office without a demo is told so`() {
        #expect(Demo(named: "nowhere") == nil && Demo(named: "") == nil && Demo(named: "Kootenai") == nil)
    }

    @Test func `a demo that fails halfway files nothing`() throws {
        struct Broken: Error {}
        let place = try DemoRecords()
        try place.run("DELETE FROM sessions")
        let before = try place.count("SELECT count(*) FROM permits")
        #expect(throws: (any Error).self) {
            try #require(Demo(named: "kootenai")).load(
                into: place.database, agency: place.agency, now: DemoRecords.now, digest: DemoRecords.digest
            ) { _ in
                throw Broken()
            }
        }
        #expect(try place.count("SELECT count(*) FROM permits") == before)
        #expect(try place.count("SELECT count(*) FROM contractors") == 2)
    }
}
