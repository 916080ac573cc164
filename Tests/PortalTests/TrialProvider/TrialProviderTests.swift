import Permitting
import Storage
import Testing

/// The built-in provider for trying things out.
struct TrialProviderTests {
    private let site: DemoSite
    private let visitor: Visitor

    init() throws {
        site = try DemoSite()
        visitor = try site.contractor()
        try site.fillCart("RES16-0688")
        try visitor.get("/checkout")
    }

    private func openProvider(_ method: String = "Credit Card") throws {
        try visitor.submit("PROCEED TO PAYMENT") { try $0.pick(method) }
        try visitor.follow()
    }

    private func isUnpaid() throws -> Bool { try site.due("RES16-0688") == Money(cents: 102_398) }

    @Test func `its page says that no money moves, what is asked, and which numbers it takes`() throws {
        try openProvider()
        let page = visitor.answer
        #expect(page.text.contains("TEST: no money moves") && page.heading == "Pay $1,054.70")
        #expect(page.facts["Merchant"] == "Kootenai County Community Development" && page.facts["Order"] == "RES16-0688")
        #expect(page.text.contains("4242 4242 4242 4242 is approved") && page.text.contains("4000 0000 0000 0002 is declined"))
        #expect(!page.text.contains("LOGGED IN AS"))
    }

    @Test func `a declined card pays nothing, and one may try again`() throws {
        try openProvider()
        try visitor.submit("Process Payment") { try $0.type("4000 0000 0000 0002", in: "number") }
        #expect(try visitor.follow().heading == "The payment was declined")
        #expect(try isUnpaid())
        try visitor.get("/checkout")
        try openProvider()
        try visitor.submit("Process Payment") { try $0.type("4242-4242-4242-4242", in: "number") }
        #expect(try visitor.follow().heading == "R000001 PAID")
    }

    @Test func `its Cancel leads back, with the fees still in the cart`() throws {
        try openProvider()
        try visitor.submit("Cancel")
        #expect(try visitor.follow().heading == "The payment was cancelled")
        #expect(try isUnpaid())
        try visitor.click("BACK TO SHOPPING CART")
        #expect(visitor.answer.bill.last == "Total of the ticked records: $1,023.98")
    }

    @Test func `approval after the cancellation settles nothing`() throws {
        try openProvider()
        let old = try visitor.twin()
        try visitor.get("/checkout")
        try visitor.submit("CANCEL PAYMENT")
        try old.submit("Process Payment") { try $0.type("4242 4242 4242 4242", in: "number") }
        #expect(old.answer.status == 422 && old.answer.text.contains("This order has ended, so nothing was taken."))
        #expect(try isUnpaid())
    }

    @Test func `Process Payment pressed twice pays once`() throws {
        try openProvider()
        let twin = try visitor.twin()
        for page in [visitor, twin] {
            try page.submit("Process Payment") { try $0.type("4242 4242 4242 4242", in: "number") }
            #expect(try page.follow().heading == "R000001 PAID")
        }
        #expect(try site.count("SELECT value FROM counters WHERE name = 'receipt'") == 1)
    }

    @Test(arguments: ["", "4242 4242 4242 4241", "5555 5555 5555 4444", "110000000 000123456789", "x"])
    func `a number that is none of its own is asked for again and never kept or shown`(number: String) throws {
        try openProvider()
        let answer = try visitor.submit("Process Payment") { try $0.type(number, in: "number") }
        #expect(answer.status == 422 && answer.problems == ["Use one of the test numbers listed here; nothing else is taken"])
        #expect(number.isEmpty || number == "x" || !answer.body.contains("value=\"\(number)\""))
        #expect(try isUnpaid())
    }

    @Test func `a check takes the bank account and no card`() throws {
        try openProvider("Electronic Check")
        #expect(visitor.answer.heading == "Pay $1,025.48")
        #expect(try visitor.submit("Process Payment") { try $0.type("4242 4242 4242 4242", in: "number") }.status == 422)
        try visitor.submit("Process Payment") { try $0.type("110000000 000123456789", in: "number") }
        #expect(try visitor.follow().facts["Method"] == "Electronic Check - $1.50, ending in 6789")
    }

    @Test func `an order it did not sign has no page`() throws {
        try openProvider()
        let signed = visitor.address
        for address in [
            "/trial-provider", "/trial-provider?order=x&signature=y", signed + "0", signed.replacing("order=", with: "order=A"),
            signed.replacing("&signature=", with: "&signature=00&signature="),
        ] {
            #expect(try visitor.get(address).status == 404)
            #expect(try visitor.post(address, [("number", "4242424242424242")]).status == 404)
        }
        try visitor.get(signed)
        #expect(try visitor.submit("Process Payment") { $0.forge("signature", "00") }.status == 404)
        #expect(try isUnpaid())
    }
}
