import Permitting
import Storage
import Testing

struct CheckoutTests {
    private let site: DemoSite
    private let visitor: Visitor

    init() throws {
        site = try DemoSite()
        visitor = try site.contractor()
    }

    private func open(_ numbers: String...) throws {
        for number in numbers { try site.fillCart(number) }
        try visitor.get("/checkout")
    }

    private func methods() -> [String] { visitor.answer.page.all("label").filter { $0.hasClass("method") }.map(\.text) }

    private func payment() throws -> Payment? {
        let id = try site.credentials(DemoSite.rich).id
        return try site.read { try $0.payments.open(contractor: id) }
    }

    @Test func `the six fees and the three methods of RES16-0688, to the cent`() throws {
        try open("RES16-0688")
        #expect(visitor.answer.heading == "Checkout Summary")
        #expect(
            visitor.answer.bill == [
                "PERMIT (RES16-0688) 1968 E DODD RD", "MECHANICAL PERMIT $96.00", "PLAN REVIEW FEE BALANCE $65.08",
                "BUILDING PERMIT FEE $650.75", "PLANNING $35.00", "RES/GAR/ADD PARTIAL PLAN REVIEW FEE $130.15",
                "FIRE DISTRICT INSPECTION FEE $47.00", "Total Fees: $1,023.98",
            ])
        #expect(
            methods() == [
                "Credit Card - 3% Access Idaho Fee: $30.72 Total Due: $1,054.70",
                "Electronic Check - $1.50 Access Idaho Fee: $1.50 Total Due: $1,025.48",
                "eGov - Express Checkout for Repeat Customers Access Idaho Fee: $30.72 Total Due: $1,054.70",
            ])
    }

    @Test func `both records together, to the cent`() throws {
        try open("RES16-0688", "RES17-0163")
        #expect(visitor.answer.bill.last == "Total Fees: $1,058.98")
        #expect(
            methods() == [
                "Credit Card - 3% Access Idaho Fee: $31.77 Total Due: $1,090.75",
                "Electronic Check - $1.50 Access Idaho Fee: $1.50 Total Due: $1,060.48",
                "eGov - Express Checkout for Repeat Customers Access Idaho Fee: $31.77 Total Due: $1,090.75",
            ])
    }

    @Test(arguments: [
        ("Credit Card", ["RES16-0688"], "$1,054.70"), ("Electronic Check", ["RES16-0688"], "$1,025.48"),
        ("eGov", ["RES16-0688"], "$1,054.70"),
        ("Credit Card", ["RES16-0688", "RES17-0163"], "$1,090.75"),
        ("Electronic Check", ["RES16-0688", "RES17-0163"], "$1,060.48"),
        ("eGov", ["RES16-0688", "RES17-0163"], "$1,090.75"),
    ])
    func `every way to pay comes to a receipt of what was shown`(method: String, numbers: [String], total: String) throws {
        for number in numbers { try site.fillCart(number) }
        try visitor.get("/checkout")
        try visitor.submit("PROCEED TO PAYMENT") { try $0.pick(method) }
        #expect(visitor.answer.status == 303)
        #expect(try visitor.follow().heading == "Pay \(total)")
        let number = method == "Electronic Check" ? "110000000 000123456789" : "4242 4242 4242 4242"
        try visitor.submit("Process Payment") { try $0.type(number, in: "number") }
        #expect(try visitor.follow().heading == "R000001 PAID")
        #expect(visitor.answer.bill.last == "Total Paid: \(total)")
        for number in numbers { #expect(try site.due(number) == .zero) }
        #expect(try visitor.get("/cart").text.contains("Your cart is empty."))
        #expect(
            try visitor.get("/dashboard").rows(in: "active-permits").first { $0.hasPrefix("RES16-0688") }?.hasSuffix("$0.00")
                == true)
    }

    @Test func `amounts that are posted count for nothing`() throws {
        try open("RES16-0688")
        try visitor.submit("PROCEED TO PAYMENT") { form in
            for name in ["amount", "total", "fees", "fee", "convenience_fee", "price"] { form.forge(name, "0.01") }
        }
        #expect(try visitor.follow().heading == "Pay $1,054.70")
        #expect(try payment()?.total == Money(cents: 105_470))
    }

    @Test(arguments: ["", "0", "cbf29ce484222325", "x"])
    func `a summary that is not the one shown is not paid`(summary: String) throws {
        try open("RES16-0688")
        let answer = try visitor.submit("PROCEED TO PAYMENT") { $0.forge("summary", summary) }
        #expect(
            answer.status == 422 && answer.problems.first?.hasPrefix("The fees have changed since you opened this page.") == true)
        #expect(try payment() == nil)
    }

    @Test func `a fee assessed meanwhile is shown before it is paid`() throws {
        try open("RES16-0688")
        let permit = try site.permit("RES16-0688").id
        try site.write {
            try $0.fees.assess(permit: permit, name: "LATE FEE", amount: Money(cents: 100), on: AgencyDay(ordinal: 20_777))
        }
        let answer = try visitor.submit("PROCEED TO PAYMENT")
        #expect(answer.status == 422 && answer.bill.contains("LATE FEE $1.00") && answer.bill.last == "Total Fees: $1,024.98")
        #expect(try payment() == nil)
        try visitor.submit("PROCEED TO PAYMENT")
        #expect(try visitor.follow().heading == "Pay $1,055.73")
    }

    @Test(arguments: ["", "cash", "CARD", "card "])
    func `a way to pay that the agency does not have is asked for again`(method: String) throws {
        try open("RES16-0688")
        let answer = try visitor.submit("PROCEED TO PAYMENT") { form in
            try form.pick("Credit Card")
            form.forge("method", method)
        }
        #expect(answer.status == 422 && answer.problems == ["Choose how you want to pay"])
        #expect(try payment() == nil)
    }

    @Test func `the form sent twice makes one payment and leads to the same page`() throws {
        try open("RES16-0688")
        let twin = try visitor.twin()
        let first = try visitor.submit("PROCEED TO PAYMENT").location
        #expect(try twin.submit("PROCEED TO PAYMENT").location == first)
        #expect(try site.paymentCount() == 1)
    }

    @Test(arguments: 1...3)
    func `the form sent by four windows at one moment makes one payment`(round: Int) throws {
        try open("RES16-0688")
        let (site, cookies) = (site, visitor.cookies)
        let form = try #require(visitor.answer.forms.first { $0.action == "/checkout" })
        let fields = try form.fields(pressing: "PROCEED TO PAYMENT")
        let answers = Rush.run(4) { _ in
            let window = try site.visitor()
            window.cookies = cookies
            try window.get("/cart")
            return window
        } act: { window in
            try window.post("/checkout", fields).location
        }
        #expect(answers.count == 4 && Set(answers).count == 1 && answers.first??.hasPrefix("/trial-provider?order=") == true)
        #expect(try site.paymentCount() == 1)
    }

    @Test func `an old page that asks for another payment meets the one in progress`() throws {
        try open("RES16-0688")
        let old = try visitor.twin()
        try visitor.submit("PROCEED TO PAYMENT")
        let first = visitor.answer.location
        #expect(try old.submit("PROCEED TO PAYMENT") { try $0.pick("Electronic Check") }.status == 422)
        #expect(old.answer.heading == "Payment in progress")
        #expect(old.answer.text.contains("You began a payment of $1,054.70 for RES16-0688"))
        #expect(try old.submit("CONTINUE").location == first)
        #expect(try site.paymentCount() == 1)
    }

    @Test func `a payment in progress can be cancelled, and another way chosen`() throws {
        try open("RES16-0688")
        try visitor.submit("PROCEED TO PAYMENT")
        #expect(try visitor.get("/checkout").heading == "Payment in progress")
        try visitor.submit("CANCEL PAYMENT")
        #expect(try visitor.follow().heading == "The payment was cancelled")
        try visitor.click("BACK TO SHOPPING CART")
        try visitor.submit("PROCEED TO CHECKOUT")
        try visitor.follow()
        try visitor.submit("PROCEED TO PAYMENT") { try $0.pick("Electronic Check") }
        #expect(try visitor.follow().heading == "Pay $1,025.48")
    }

    @Test func `the checkout page sent again after paying charges nothing and leads to Paid Items`() throws {
        try open("RES17-0163")
        let old = try visitor.twin()
        try visitor.submit("PROCEED TO PAYMENT")
        try visitor.follow()
        try visitor.submit("Process Payment") { try $0.type("4242424242424242", in: "number") }
        #expect(try old.submit("PROCEED TO PAYMENT").location == "/receipts")
        #expect(
            try old.follow().rows(in: "paid-items") == [
                "R000001 | Fri, Nov 20, 2026, 10:00 AM | RES17-0163 | Credit Card - 3% | $36.05"
            ])
        #expect(try site.paymentCount() == 1)
    }
}
