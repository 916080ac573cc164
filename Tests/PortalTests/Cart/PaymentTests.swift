import HTTP
import Permitting
import Storage
import Testing

/// The return from the provider, and its notification.
struct PaymentTests {
    private let site: DemoSite
    private let visitor: Visitor

    init() throws {
        site = try DemoSite()
        visitor = try site.contractor()
        try site.fillCart("RES16-0688")
    }

    private func notify(
        _ outcome: PaymentNotification.Outcome, _ payment: Payment, amount: Money? = nil, signature: String? = nil,
        body: String? = nil
    ) throws -> Answer {
        let said = PaymentNotification(
            reference: payment.reference, amount: amount ?? payment.total, outcome: outcome,
            lastFour: outcome == .approved ? "4242" : "")
        let signed = site.gateway.notify(said)
        var request = try Request(
            .post, "/payments/notifications", body: .bytes(body.map { Array($0.utf8) } ?? signed.body))
        request.headers["Payment-Signature"] = signature ?? signed.signature
        return try site.visitor().send(request)
    }

    private func state(_ payment: Payment) throws -> Payment.State? {
        try site.read { try $0.payments.find(payment.reference) }?.state
    }

    @Test func `a signed notification settles, without session, cookie or token`() throws {
        let payment = try site.pay(nil)
        let answer = try notify(.approved, payment)
        #expect(answer.status == 200 && answer.body == "noted\n")
        #expect(try site.due("RES16-0688") == .zero)
        #expect(try visitor.get("/payments/\(payment.reference.rawValue)").location == "/receipts/R000001")
    }

    @Test func `said twice it settles once`() throws {
        let payment = try site.pay(nil)
        for _ in 0..<3 { #expect(try notify(.approved, payment).status == 200) }
        #expect(try site.count("SELECT count(*) FROM payments WHERE receipt_number IS NOT NULL") == 1)
        #expect(try site.count("SELECT value FROM counters WHERE name = 'receipt'") == 1)
        #expect(try site.count("SELECT count(*) FROM events WHERE what = 'payment settled'") == 1)
    }

    @Test(arguments: ["", "00", "x", String(repeating: "0", count: 64)])
    func `wrongly signed it is refused, and the log says so`(signature: String) throws {
        let payment = try site.pay(nil)
        #expect(try notify(.approved, payment, signature: signature).status == 403)
        #expect(try state(payment) == .open)
        #expect(site.log.lines.count == 1)
    }

    @Test func `a signature fits its own words only`() throws {
        let payment = try site.pay(nil)
        let body = "\(payment.reference.rawValue)\n1\napproved\n4242"
        #expect(try notify(.approved, payment, body: body).status == 403)
        #expect(try notify(.approved, payment, body: "").status == 403)
        #expect(try state(payment) == .open)
    }

    @Test(arguments: [1, 105_469, 105_471, -105_470, .max, .min])
    func `another amount is refused and settles nothing`(cents: Int) throws {
        let payment = try site.pay(nil)
        #expect(try notify(.approved, payment, amount: Money(cents: cents)).status == 409)
        #expect(try state(payment) == .open)
        #expect(try site.due("RES16-0688") == Money(cents: 102_398))
    }

    @Test func `of an unknown payment it is not found`() throws {
        let payment = try site.pay(nil)
        let reference = try #require(PaymentReference(rawValue: "reference-of-nobody"))
        let stranger = Payment(
            id: 9, reference: reference, contractorID: 1, methodKey: "card", fees: payment.fees,
            convenienceFee: payment.convenienceFee,
            state: .open, startedAt: payment.startedAt, receipt: nil)
        #expect(try notify(.approved, stranger).status == 404)
    }

    @Test func `an approval after the cancellation is not settled, and the log has it`() throws {
        let payment = try site.pay(nil)
        try visitor.get("/checkout")
        try visitor.submit("CANCEL PAYMENT")
        #expect(try notify(.approved, payment).status == 409)
        #expect(try state(payment) == .cancelled)
        #expect(try site.due("RES16-0688") == Money(cents: 102_398))
        #expect(site.log.lines.contains { $0.hasPrefix("payment notification: afterTheEnd") })
    }

    @Test func `the return page believes the records and not the address`() throws {
        let payment = try site.pay(nil)
        let address = "/payments/\(payment.reference.rawValue)?outcome=approved&state=settled&receipt=1"
        #expect(try visitor.get(address).heading == "Waiting for the payment provider")
        #expect(try state(payment) == .open)
    }

    @Test func `a payment that has ended cannot be cancelled into another end`() throws {
        let payment = try site.pay(.approved)
        try visitor.get("/dashboard")
        try visitor.post("/payments/\(payment.reference.rawValue)/cancellation", [("csrf", visitor.token)])
        #expect(try visitor.follow().heading == "R000001 PAID")
        #expect(try state(payment) == .settled)
    }

    @Test func `another company's payment is not there`() throws {
        let payment = try site.pay(nil)
        let other = try site.contractor(DemoSite.second)
        #expect(try other.get("/payments/\(payment.reference.rawValue)").status == 404)
        try other.get("/dashboard")
        #expect(try other.post("/payments/\(payment.reference.rawValue)/cancellation", [("csrf", other.token)]).status == 404)
        #expect(try state(payment) == .open)
        for odd in ["x", "%20", "reference-of-nobody", String(repeating: "a", count: 65)] {
            #expect(try visitor.get("/payments/\(odd)").status == 404)
        }
    }
}
