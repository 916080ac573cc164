import Permitting
import Testing

@testable import Storage

struct PermitStoreTests {
    private let records: DemoRecords

    init() throws { records = try DemoRecords() }

    @Test func `a permit comes back as it was filed`() throws {
        let number = try #require(PermitNumber(rawValue: "1980-001138 BP"))
        var permit = Permit(id: 0, number: number, type: "MECHANICAL", status: records.agency.statuses.status("Issued"))
        permit.subtype = "CHANGE-OUT"
        permit.description = "FURNACE, “SAME” LOCATION"
        (permit.appliedOn, permit.approvedOn) = (AgencyDay(rawValue: "2026-01-02"), AgencyDay(rawValue: "2026-02-03"))
        (permit.issuedOn, permit.finaledOn) = (AgencyDay(rawValue: "2026-03-04"), nil)
        permit.expiresOn = AgencyDay(rawValue: "2028-02-29")
        permit.notes = "Dog."
        permit.site = Site(address: "1 A ST", city: "ATHOL", state: "ID", zip: "83801", parcel: "0-1")
        permit.site.valuation = Money(cents: 24_608_980)
        (permit.site.squareFeet, permit.site.housingUnits) = (1_678.5, 2)
        permit.contractorName = "LAKESIDE FRAMING"
        let filed = permit
        let id = try records.write { try $0.permits.insert(filed, contractors: []) }
        let found = try records.permit("1980-001138 BP")
        #expect(found.id == id && found.status.word == "Issued" && found.status.state == .active)
        #expect(found.type == permit.type && found.subtype == permit.subtype && found.description == permit.description)
        #expect(
            [found.appliedOn, found.approvedOn, found.issuedOn, found.finaledOn, found.expiresOn].map { $0?.rawValue } == [
                "2026-01-02", "2026-02-03", "2026-03-04", nil, "2028-02-29",
            ])
        #expect(found.notes == "Dog." && found.site == permit.site && found.contractorName == "LAKESIDE FRAMING")
        #expect(try records.read { try $0.permits.find(id: id) }?.number == number)
    }

    @Test(arguments: ["RES16-068", "res16-0688", "RES16-0688 ", "%"])
    func `a number is found as it is written, and no other`(text: String) throws {
        let number = PermitNumber(rawValue: text)
        let found = try records.read { records in try number.flatMap { try records.permits.find($0) } }
        #expect(found == nil)
        #expect(try records.read { try $0.permits.find(id: 999_999) } == nil)
    }

    @Test func `a permit linked twice stands once on the dashboard`() throws {
        let second = try records.contractor(DemoRecords.second)
        let permit = try records.permit("RES17-0163").id
        for _ in 1...2 { try records.write { try $0.permits.link(permit: permit, contractor: second) } }
        #expect(try records.active(second).numbers == ["RES16-0601", "RES16-0686", "RES17-0163"])
        #expect(try records.read { try $0.permits.isParty(contractor: second, permit: permit) })
    }

    @Test func `what hangs on a permit is its own, reviews newest first`() throws {
        let (permit, other) = (try records.permit("RES16-0688").id, try records.permit("RES17-0163").id)
        try records.read { (records) throws in
            #expect(try records.permits.reviews(of: permit).map(\.type) == ["FIRE DISTRICT", "BUILDING", "PLANNING"])
            #expect(try records.permits.conditions(of: permit).map(\.status) == ["OPEN"])
            #expect(try records.permits.contacts(of: permit).map(\.name) == ["RICH CONTRACTOR", "DODD ROAD LLC"])
            #expect(try records.permits.reviews(of: other).isEmpty && (try records.permits.conditions(of: other)).isEmpty)
            #expect(try records.permits.contacts(of: other).map(\.name) == ["RICH CONTRACTOR", "SAM DECKER"])
        }
    }
}
