import Dispatch
import Foundation
import Permitting
import SQLite
import Synchronization
import Testing

@testable import Storage

struct PaymentStoreTests {
    private let records: DemoRecords

    init() throws { records = try DemoRecords() }

    private func state(_ payment: Payment) throws -> Payment? { try records.read { try $0.payments.find(payment.reference) } }
    private func paid() throws -> Int { try records.count("SELECT count(*) FROM fees WHERE payment_id IS NOT NULL") }
    private func inCart() throws -> Int { try records.count("SELECT count(*) FROM cart_records") }

    @Test func `a payment begins open, with the guide's amounts, and pays nothing yet`() throws {
        let payment = try records.startPayment(for: ["RES16-0688"])
        #expect(payment.fees.description == "$1,023.98" && payment.convenienceFee.description == "$30.72")
        #expect(payment.total.description == "$1,054.70")
        let contractor = try records.contractor(DemoRecords.rich)
        #expect(try records.read { try $0.payments.open(contractor: contractor) }?.id == payment.id)
        #expect(try paid() == 0)
        #expect(try inCart() == 1)
        #expect(try records.read { try $0.payments.numbers(of: payment.id) }.map(\.rawValue) == ["RES16-0688"])
    }

    @Test func `approved, it settles with a receipt, its fees are paid and its records leave the cart`() throws {
        let payment = try records.startPayment(for: ["RES16-0688"])
        #expect(try records.apply(.approved, to: payment) == .settle)
        #expect(try state(payment)?.state == .settled)
        #expect(try state(payment)?.receipt == ReceiptNumber(rawValue: 1))
        #expect(try paid() == 6)
        #expect(try inCart() == 0)
        let permit = try records.permit("RES16-0688")
        #expect(try records.read { try $0.fees.due(permit: permit.id, contractor: nil) } == [])
        // The payment alone issues nothing.
        #expect(permit.status.word == "READY TO ISSUE")
    }

    @Test func `approved twice, it settles once`() throws {
        let payment = try records.startPayment(for: ["RES16-0688"])
        #expect(try records.apply(.approved, to: payment) == .settle)
        #expect(try records.apply(.approved, to: payment) == .nothing)
        #expect(try records.apply(.declined, to: payment) == .nothing)
        #expect(try state(payment)?.receipt == ReceiptNumber(rawValue: 1))
        #expect(try records.count("SELECT value FROM counters WHERE name = 'receipt'") == 1)
        #expect(try records.count("SELECT count(*) FROM events WHERE what = 'payment settled'") == 1)
    }

    @Test(arguments: [(PaymentNotification.Outcome.declined, Payment.State.declined), (.cancelled, .cancelled)])
    func `declined or cancelled, nothing is paid, the cart stays and the fees can be paid anew`(
        outcome: PaymentNotification.Outcome, ended: Payment.State
    ) throws {
        let payment = try records.startPayment(for: ["RES16-0688"])
        #expect(try records.apply(outcome, to: payment) == .end(ended))
        #expect(try state(payment)?.state == ended && (try state(payment))?.receipt == nil)
        #expect(try paid() == 0)
        #expect(try inCart() == 1)
        let again = try records.startPayment(for: ["RES16-0688"], reference: "reference-of-another")
        #expect(try records.apply(.approved, to: again) == .settle)
        #expect(try paid() == 6)
    }

    @Test func `money that arrives after the end is refused and pays nothing`() throws {
        let payment = try records.startPayment(for: ["RES16-0688"])
        try records.apply(.cancelled, to: payment)
        #expect(throws: Settlement.Refusal.afterTheEnd(.cancelled)) { try records.apply(.approved, to: payment) }
        #expect(try state(payment)?.state == .cancelled)
        #expect(try paid() == 0)
    }

    @Test func `another amount is refused and pays nothing`() throws {
        let payment = try records.startPayment(for: ["RES16-0688"])
        #expect(throws: Settlement.Refusal.self) { try records.apply(.approved, to: payment, amount: Money(cents: 1)) }
        #expect(try state(payment)?.state == .open)
        #expect(try paid() == 0)
    }

    @Test func `a payment that nobody began is not known`() throws {
        let said = PaymentNotification(
            reference: try #require(PaymentReference(rawValue: "reference-of-nothing")), amount: Money(cents: 1),
            outcome: .approved,
            lastFour: "")
        let agency = records.agency
        #expect(try records.write { try $0.payments.apply(said, agency: agency, at: DemoRecords.now) } == nil)
        #expect(try records.count("SELECT count(*) FROM payments") == 0)
    }

    @Test func `a fee in an open payment cannot enter another`() throws {
        _ = try records.startPayment(for: ["RES16-0688"])
        let error = refusal { try records.startPayment(for: ["RES16-0688"], reference: "reference-of-another") }
        #expect(error?.message == "this fee is in another payment")
        #expect(try records.count("SELECT count(*) FROM payments") == 1)
    }

    @Test func `a payment that ended does not change`() throws {
        let payment = try records.startPayment(for: ["RES16-0688"])
        try records.apply(.declined, to: payment)
        for statement: SQL in [
            "UPDATE payments SET state = 'open', ended_at = NULL", "UPDATE payments SET state = 'settled', receipt_number = 7",
            "UPDATE payments SET fees = 1",
        ] {
            #expect(refusal { try records.run(statement) }?.message == "a payment that has ended does not change")
        }
        #expect(try state(payment)?.state == .declined)
    }

    @Test func `a fee is paid once, and only by a settled payment that has it as a line`() throws {
        let open = try records.startPayment(for: ["RES16-0688"])
        let refused = "a fee is paid once, by a settled payment that has it as a line"
        #expect(refusal { try records.run("UPDATE fees SET payment_id = ?", open.id) }?.message == refused)
        try records.apply(.approved, to: open)
        #expect(refusal { try records.run("UPDATE fees SET payment_id = NULL WHERE payment_id IS NOT NULL") }?.message == refused)
        #expect(
            refusal { try records.run("UPDATE fees SET payment_id = ? WHERE payment_id IS NULL", open.id) }?.message == refused)
        #expect(try paid() == 6)
    }

    @Test func `twenty payments settled at once have twenty receipts without a gap`() throws {
        let contractor = try records.contractor(DemoRecords.rich)
        let permit = try records.permit("WEB17-0002").id
        let way = try records.method("card")
        let payments = try (1...20).map { number in
            try records.write { records in
                let fee = try records.fees.assess(
                    permit: permit, name: "FEE \(number)", amount: Money(cents: 100), on: DemoRecords.today)
                let fees = try records.fees.due(permit: permit, contractor: contractor).filter { $0.id == fee }
                guard let name = PermitNumber(rawValue: "WEB17-0002"),
                    let reference = PaymentReference(rawValue: "reference-number-\(number)")
                else { throw CancellationError() }
                let record = CheckoutSummary.Record(permitID: permit, number: name, address: "", fees: fees)
                return try records.payments.start(
                    CheckoutSummary(records: [record]), reference: reference, contractor: contractor, method: way, feeName: "Fee",
                    at: DemoRecords.now)
            }
        }
        let failures = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: 40) { index in
            do { try records.apply(.approved, to: payments[index % 20]) } catch { failures.withLock { $0 += 1 } }
        }
        #expect(failures.withLock { $0 } == 0)
        let receipts = try payments.compactMap { try state($0)?.receipt?.rawValue }
        #expect(receipts.sorted() == Array(1...20))
        #expect(try records.count("SELECT value FROM counters WHERE name = 'receipt'") == 20)
        #expect(try paid() == 20)
    }

    @Test func `a settlement that fails leaves no gap in the receipts`() throws {
        let first = try records.startPayment(for: ["RES16-0688"])
        let said = PaymentNotification(reference: first.reference, amount: first.total, outcome: .approved, lastFour: "4242")
        let agency = records.agency
        #expect(throws: CancellationError.self) {
            try records.write { records in
                try records.payments.apply(said, agency: agency, at: DemoRecords.now)
                throw CancellationError()
            }
        }
        #expect(try state(first)?.state == .open)
        #expect(try paid() == 0)
        try records.apply(.approved, to: first)
        #expect(try state(first)?.receipt == ReceiptNumber(rawValue: 1))
    }
}
