import Permitting
import Testing

/// Harnett County's guide: a re-inspection fee stands before the next inspection, and the cart is where it is paid.
struct HarnettTests {
    private let site: DemoSite

    init() throws { site = try DemoSite(of: "harnett") }

    private func capeFear() throws -> Visitor { try site.contractor("H3-20142") }

    @Test func `the dashboard has the agency's tables, columns and rows`() throws {
        let answer = try capeFear().get("/dashboard")
        #expect(answer.headers == ["PERMIT NO., ADDRESS, TYPE, STATUS, INSPECTION, FEES DUE"])
        #expect(
            answer.rows(in: "active-permits") == [
                "MEC20-0101 | 88 ATKINS RD | MECHANICAL | ISSUED | Pay $75.00 re-inspection fee first | $75.00",
                "RES20-0044 | 415 CAMERON HILL RD | RESIDENTIAL | IN REVIEW | Not issued yet | $0.00",
            ])
        #expect(answer.page.all("h2").map(\.text).contains("My Active Inspections 0 total record(s)"))
        #expect(answer.page.all("h2").map(\.text).contains("My Expired Permits 0 total record(s)"))
    }

    @Test func `an amount opens the cart, and once the fee is paid the inspection can be asked for`() throws {
        let visitor = try capeFear()
        try visitor.get("/dashboard")
        #expect(try visitor.submit("$75.00").location == "/cart")
        try visitor.follow()
        #expect(try visitor.submit("PROCEED TO CHECKOUT").location == "/checkout")
        #expect(try visitor.follow().text.contains("Credit Card - 2.5% Convenience Fee: $1.88 Total Due: $76.88"))
        try site.pay(.approved, of: "H3-20142")
        #expect(
            try visitor.get("/dashboard").rows(in: "active-permits").first
                == "MEC20-0101 | 88 ATKINS RD | MECHANICAL | ISSUED | Request | $0.00")
        #expect(try visitor.click("Request").heading == "PERMIT Inspection Request - MEC20-0101")
    }

    @Test func `two reviews, and a permit that is done, are found in their tabs`() throws {
        let visitor = try capeFear()
        #expect(try visitor.get("/permits/RES20-0044/reviews").rows(in: "reviews").count == 2)
        let done = try visitor.get("/permits/MEC20-0099")
        #expect(done.facts["Status"] == "FINALED" && done.facts["Finaled Date"] != nil)
        #expect(try visitor.click("Inspections (1)").rows(in: "inspections").first?.contains("PASSED") == true)
    }

    @Test func `the owner's permit is nobody's yet`() throws {
        #expect(try capeFear().get("/permits/RES20-0045/fees").status == 403)
    }
}
