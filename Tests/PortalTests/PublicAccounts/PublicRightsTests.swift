import Permitting
import Testing

@testable import Portal

/// What a public user gets at every address, under each of the agency's rules.
struct PublicRightsTests {
    private static let rules = ["view", "viewAndPay", "asContractor"]

    @Test func `no row is of a route that is not there`() {
        let routes = Set(RouteRow.all.map(\.testDescription))
        #expect(Set(RouteRow.publicOutcomes.keys).subtracting(routes) == [])
    }

    @Test(arguments: rules.indices)
    func `a public user may do what the agency's rule says and nothing else`(rule: Int) throws {
        let viewers = try Viewers(publicAccounts: Self.rules[rule])
        for number in ["RES16-0304", "RES17-0150", "RES17-0167"] { try viewers.site.link(number) }
        try viewers.site.fillPublicCart("RES16-0688")
        // The link is taken off last: everything else is about a permit that is there.
        let isLast = { (row: RouteRow) in row.pattern.hasSuffix("/links/{id}/removal") }
        for row in RouteRow.all.filter({ !isLast($0) }) + RouteRow.all.filter(isLast) {
            let visitor = try viewers.site.publicVisitor()
            let found = try viewers.outcome(row, for: visitor)
            #expect(try found == row.publicOutcome(rule), "\(row.testDescription), \(Self.rules[rule])")
        }
        #expect(viewers.site.log.lines.allSatisfy { !$0.hasPrefix("fault") })
    }

    @Test(arguments: rules.indices)
    func `no page offers what the gate refuses`(rule: Int) throws {
        let viewers = try Viewers(publicAccounts: Self.rules[rule])
        let site = viewers.site
        for number in ["RES16-0304", "RES17-0150", "RES17-0167"] { try site.link(number) }
        let visitor = try site.publicVisitor()
        let pages =
            ["/dashboard", "/profile", "/permits/link", "/receipts", "/inspections/\(viewers.inspection)"]
            + ["RES16-0688", "RES16-0304"].flatMap { number in
                ["", "/site", "/contacts", "/fees", "/inspections", "/attachments"].map { "/permits/\(number)\($0)" }
            }
        var offered: Set<String> = []
        for page in pages {
            #expect(try visitor.get(page).status == 200, "\(page)")
            offered.formUnion(visitor.answer.links.map(\.address))
            offered.formUnion(visitor.answer.forms.filter { $0.method == "post" }.map(\.action))
        }
        let request = offered.contains("/permits/RES16-0304/inspections/new")
        let pay = offered.contains("/cart/records") || offered.contains("/cart")
        let send = offered.contains("/permits/RES16-0688/attachments/new")
        #expect([request, pay, send] == [[false, false, false], [false, true, false], [true, true, true]][rule])
        #expect(offered.contains("/permits/link") && !offered.contains { $0.hasSuffix("/cancellation") })
        let columns = try visitor.get("/dashboard").page.first(id: "active-permits")?.all("th").map(\.text) ?? []
        #expect(columns.contains("INSPECTION") == (rule == 2) && columns.contains("FEES DUE"))
    }
}
