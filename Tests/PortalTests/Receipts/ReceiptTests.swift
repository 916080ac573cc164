import Permitting
import Storage
import Testing

struct ReceiptTests {
    private let site: DemoSite
    private let visitor: Visitor

    init() throws {
        site = try DemoSite()
        visitor = try site.contractor()
    }

    @Test func `a receipt has its number, who, when, how, each fee and the total`() throws {
        try site.fillCart("RES16-0688", "RES17-0163")
        let payment = try site.pay(.approved)
        let answer = try visitor.get("/receipts/R000001")
        #expect(answer.heading == "R000001 PAID" && answer.title.hasPrefix("Receipt R000001"))
        #expect(answer.facts["Date"] == "Fri, Nov 20, 2026, 10:00 AM" && answer.facts["Paid By"] == "RICH CONTRACTOR")
        #expect(
            answer.facts["Method"] == "Credit Card - 3%, ending in 4242"
                && answer.facts["Reference"] == payment.reference.rawValue)
        #expect(
            answer.bill == [
                "PERMIT (RES16-0688) 1968 E DODD RD", "MECHANICAL PERMIT $96.00", "PLAN REVIEW FEE BALANCE $65.08",
                "BUILDING PERMIT FEE $650.75", "PLANNING $35.00", "RES/GAR/ADD PARTIAL PLAN REVIEW FEE $130.15",
                "FIRE DISTRICT INSPECTION FEE $47.00", "PERMIT (RES17-0163)", "PLANNING $35.00", "Total Fees: $1,058.98",
                "Access Idaho Fee: $31.77", "Total Paid: $1,090.75",
            ])
    }

    @Test func `only a permit that is ready and owes nothing is to be asked for at the office`() throws {
        try site.fillCart("RES16-0688", "RES17-0163")
        try site.pay(.approved)
        let next = try visitor.get("/receipts/R000001").page.all(class: "notice").map(\.text)
        #expect(next.count == 1 && next[0].hasPrefix("RES16-0688: Everything due is paid. Please contact Community Development"))
    }

    @Test func `Paid Items lists them newest first, each a link to its receipt`() throws {
        #expect(try visitor.get("/receipts").text.contains("Nothing has been paid online yet."))
        try site.fillCart("RES17-0163")
        try site.pay(.approved)
        site.clock.advance(minutes: 5)
        try site.fillCart("RES17-0167")
        try site.pay(.approved, method: "check")
        #expect(
            try visitor.get("/receipts").rows(in: "paid-items") == [
                "R000002 | Fri, Nov 20, 2026, 10:05 AM | RES17-0167 | Electronic Check - $1.50 | $83.50",
                "R000001 | Fri, Nov 20, 2026, 10:00 AM | RES17-0163 | Credit Card - 3% | $36.05",
            ])
        #expect(try visitor.click("R000001").heading == "R000001 PAID")
    }

    @Test func `a paid fee names its receipt on the permit`() throws {
        try site.fillCart("RES17-0163")
        try site.pay(.approved)
        #expect(try visitor.get("/permits/RES17-0163/fees").rows(in: "fees") == ["PLANNING | 10/31/2026 | R000001 | $35.00"])
        #expect(try visitor.click("R000001").heading == "R000001 PAID")
    }

    @Test func `another company's receipt is not there`() throws {
        try site.fillCart("RES17-0163")
        try site.pay(.approved)
        let other = try site.contractor(DemoSite.second)
        #expect(try other.get("/receipts/R000001").status == 404)
        #expect(try other.get("/receipts").text.contains("0 total record(s)"))
    }

    @Test(arguments: ["R000002", "1", "R1", "r000001", "R0000001", "R99999999999999999999", "R-00001", "R00000%C3%BC"])
    func `a number that is no receipt's is not found`(number: String) throws {
        try site.fillCart("RES17-0163")
        try site.pay(.approved)
        #expect(try visitor.get("/receipts/\(number)").status == 404)
    }

    @Test(arguments: ["0", "-5", "2", "999999", "9999999999999999999", "x", "1e308"])
    func `a page of Paid Items that is not there is the nearest one`(page: String) throws {
        try site.fillCart("RES17-0163")
        try site.pay(.approved)
        #expect(try visitor.get("/receipts?page=" + page).rows(in: "paid-items").count == 1)
    }
}
