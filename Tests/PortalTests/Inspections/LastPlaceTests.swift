import Permitting
import Storage
import Testing

/// An office with one place in each half day.
struct LastPlaceTests {
    private let site: DemoSite

    init() throws { site = try DemoSite { $0.replacing("\"capacity\": 20", with: "\"capacity\": 1") } }

    private static func fields(_ visitor: Visitor, _ type: String) -> [(String, String)] {
        [
            ("csrf", visitor.token), ("contact", "A"), ("phone", "2085550119"), ("site", "S"), ("email", "a@example.com"),
            ("type", type), ("day", "2026-11-24"), ("time", "AM"),
        ]
    }

    private func taken() throws -> Int { try site.read { try $0.inspections.taken(day: AgencyDay(ordinal: 20_781), slot: "AM") } }

    @Test func `the last place goes to the first who asks, and the other is told`() throws {
        let (one, two) = (try site.contractor(), try site.contractor())
        try one.get("/permits/RES16-0304/inspections/new")
        try two.get("/permits/RES16-0308/inspections/new")
        #expect(try one.post("/permits/RES16-0304/inspections/new", Self.fields(one, "ADDRESSING")).status == 303)
        let answer = try two.post("/permits/RES16-0308/inspections/new", Self.fields(two, "ADDRESSING"))
        #expect(answer.status == 422)
        #expect(answer.problems == ["AM (8:00 AM to 12:00 PM) on Tue, Nov 24, 2026 is full: choose another time or day"])
        #expect(try taken() == 1)
    }

    @Test func `of four who ask at the same moment one gets it`() throws {
        let addresses = ["0304", "0308", "0314", "0686"].map { "/permits/RES16-\($0)/inspections/new" }
        let visitor = try site.contractor()
        try visitor.get(addresses[0])
        let (site, cookies, fields) = (site, visitor.cookies, Self.fields(visitor, "ADDRESSING"))
        let statuses = Rush.run(4) { index in
            let window = try site.visitor()
            window.cookies = cookies
            try window.get(addresses[index])
            return window
        } act: { window in
            try window.post(window.address, fields).status
        }
        #expect(statuses.sorted() == [303, 422, 422, 422])
        #expect(try taken() == 1)
    }

    @Test func `two rows of one request count against each other`() throws {
        let visitor = try site.contractor()
        let address = "/permits/RES16-0304/inspections/new"
        try visitor.get(address)
        let row = [("row-type", "ROUGH MECHANICAL"), ("row-day", "2026-11-24"), ("row-time", "AM")]
        #expect(try visitor.post(address, Self.fields(visitor, "ADDRESSING") + row).status == 422)
        #expect(try taken() == 0)
    }

    @Test func `a place that was given back can be had again`() throws {
        let visitor = try site.contractor()
        try visitor.get("/permits/RES16-0304/inspections/new")
        try visitor.post("/permits/RES16-0304/inspections/new", Self.fields(visitor, "ADDRESSING"))
        try visitor.follow()
        let id = try #require(try site.inspections("RES16-0304").first { $0.state.isActive }).id
        try visitor.get("/inspections/\(id)")
        try visitor.submit("CANCEL INSPECTION")
        #expect(try taken() == 0)
        try visitor.get("/permits/RES16-0308/inspections/new")
        #expect(try visitor.post("/permits/RES16-0308/inspections/new", Self.fields(visitor, "ADDRESSING")).status == 303)
    }
}
