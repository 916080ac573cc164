import Permitting
import Storage
import Testing

struct CartTests {
    private let site: DemoSite
    private let visitor: Visitor

    init() throws {
        site = try DemoSite()
        visitor = try site.contractor()
        try visitor.get("/dashboard")
    }

    @Test func `an amount puts its record in the cart and opens the checkout, another joins it`() throws {
        #expect(try visitor.submit("$1,023.98").location == "/checkout")
        try visitor.get("/dashboard")
        #expect(visitor.answer.text.contains("VIEW CART (1)"))
        try visitor.submit("$35.00")
        #expect(try visitor.follow().bill.last == "Total Fees: $1,058.98")
        try visitor.click("BACK TO SHOPPING CART")
        #expect(visitor.answer.heading == "Shopping Cart" && visitor.answer.text.contains("VIEW CART (2)"))
        #expect(visitor.answer.bill.last == "Total of the ticked records: $1,058.98")
    }

    @Test func `the same amount clicked twice stands there once`() throws {
        let twin = try visitor.twin()
        try visitor.submit("$35.00")
        try twin.submit("$35.00")
        #expect(
            try visitor.get("/cart").bill == [
                "PERMIT (RES17-0163)", "PLANNING $35.00", "Remove RES17-0163 $35.00", "Total of the ticked records: $35.00",
            ])
    }

    @Test func `a record that is unticked stays in the cart and out of the checkout`() throws {
        try site.fillCart("RES16-0688", "RES17-0163")
        try visitor.get("/cart")
        #expect(try visitor.submit("PROCEED TO CHECKOUT") { try $0.tick("RES17-0163", false) }.location == "/checkout")
        #expect(try visitor.follow().bill.last == "Total Fees: $1,023.98")
        try visitor.click("BACK TO SHOPPING CART")
        let form = try #require(visitor.answer.forms.first { $0.action == "/cart" })
        #expect(
            form.controls.filter { $0.kind == "checkbox" }.map { "\($0.value) \($0.isSent)" } == [
                "RES16-0688 true", "RES17-0163 false",
            ])
        #expect(visitor.answer.bill.last == "Total of the ticked records: $1,023.98")
    }

    @Test func `nothing ticked goes nowhere`() throws {
        try site.fillCart("RES17-0163")
        try visitor.get("/cart")
        let answer = try visitor.submit("PROCEED TO CHECKOUT") { try $0.tick("RES17-0163", false) }
        #expect(answer.status == 422 && answer.problems == ["Tick at least one record to pay for"])
        #expect(try visitor.get("/checkout").location == "/cart")
    }

    @Test func `a record can be taken out`() throws {
        try site.fillCart("RES16-0688", "RES17-0163")
        try visitor.get("/cart")
        #expect(try visitor.submit("Remove RES16-0688").location == "/cart")
        #expect(try visitor.follow().bill.first == "PERMIT (RES17-0163)")
        #expect(visitor.answer.text.contains("VIEW CART (1)"))
    }

    @Test func `an empty cart says how to fill it`() throws {
        #expect(try visitor.get("/cart").text.contains("Your cart is empty. Choose an amount under FEES DUE on the dashboard"))
        #expect(try visitor.get("/checkout").location == "/cart")
    }

    @Test func `a foreign permit, an unknown one and one with nothing due do not get in`() throws {
        for (number, status) in [("RES16-0601", 403), ("RES99-9999", 404), ("", 404), ("RES16-0304", 303)] {
            try visitor.get("/dashboard")
            #expect(try visitor.post("/cart/records", [("csrf", visitor.token), ("permit", number)]).status == status)
        }
        #expect(try visitor.get("/cart").text.contains("Your cart is empty."))
    }

    @Test func `ticks of records that are not in the cart are passed over`() throws {
        try site.fillCart("RES17-0163")
        try visitor.get("/cart")
        let fields = [("csrf", visitor.token), ("record", "RES16-0688"), ("record", "RES17-0163"), ("record", "x")]
        #expect(try visitor.post("/cart", fields).location == "/checkout")
        #expect(try visitor.follow().bill.last == "Total Fees: $35.00")
    }

    @Test func `the cart outlives the session, and is the company's own`() throws {
        try visitor.submit("$35.00")
        try visitor.follow()
        try visitor.submit("LOG OUT")
        #expect(try site.contractor().get("/cart").bill.last == "Total of the ticked records: $35.00")
        #expect(try site.contractor(DemoSite.second).get("/cart").text.contains("Your cart is empty."))
    }

    @Test func `what was paid for meanwhile stands as paid and is not ticked through`() throws {
        try site.fillCart("RES17-0163")
        try visitor.get("/cart")
        try site.pay(.approved)
        try site.fillCart("RES17-0163")
        let answer = try visitor.submit("PROCEED TO CHECKOUT")
        #expect(answer.status == 422)
        #expect(answer.text.contains("Nothing is due on this record any more."))
    }
}
