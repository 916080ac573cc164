import Permitting
import Testing

@testable import Storage

struct ReceiptTests {
    private let records: DemoRecords

    init() throws { records = try DemoRecords() }

    @Test func `a receipt lists records and fees, and what is still due`() throws {
        let contractor = try records.contractor(DemoRecords.rich)
        let payment = try records.startPayment(for: ["RES16-0688", "RES17-0163"])
        try records.apply(.approved, to: payment)
        let permit = try records.permit("RES17-0163").id
        try records.write { try $0.fees.assess(permit: permit, name: "LATER", amount: Money(cents: 700), on: DemoRecords.today) }
        let receipt = try #require(
            try records.read { try $0.payments.receipt(ReceiptNumber(rawValue: 1), contractor: contractor) })
        #expect(receipt.number.description == "R000001")
        #expect(receipt.paidBy == "RICH CONTRACTOR" && receipt.method == "Credit Card - 3%" && receipt.lastFour == "4242")
        #expect(receipt.fees.description == "$1,058.98" && receipt.convenienceFee.description == "$31.77")
        #expect(receipt.total.description == "$1,090.75" && receipt.convenienceFeeName == "Access Idaho Fee")
        #expect(receipt.records.map(\.number.rawValue) == ["RES16-0688", "RES17-0163"])
        #expect(receipt.records.map(\.lines.count) == [6, 1])
        #expect(receipt.records.map(\.state) == [.ready, .pending])
        #expect(receipt.records.map(\.stillDue.cents) == [0, 700])
        #expect(receipt.paidAt == DemoRecords.now.adding(minutes: 5))
    }

    @Test func `a receipt is there for the company that paid, and for no other`() throws {
        try records.apply(.approved, to: try records.startPayment(for: ["RES17-0163"]))
        let (rich, second) = (try records.contractor(DemoRecords.rich), try records.contractor(DemoRecords.second))
        try records.read { (records) throws in
            #expect(try records.payments.receipt(ReceiptNumber(rawValue: 1), contractor: rich) != nil)
            #expect(try records.payments.receipt(ReceiptNumber(rawValue: 1), contractor: second) == nil)
            #expect(try records.payments.receipt(ReceiptNumber(rawValue: 2), contractor: rich) == nil)
            #expect(try records.payments.paidItems(contractor: second, limit: 10, offset: 0).isEmpty)
            #expect(try records.payments.paidItemsCount(contractor: second) == 0)
        }
    }

    @Test func `paid items stand newest first, in pages, and only what was paid`() throws {
        let contractor = try records.contractor(DemoRecords.rich)
        for (index, numbers) in [["RES17-0163"], ["RES16-0688", "RES17-0167"], ["RES17-0150"]].enumerated() {
            try records.apply(.approved, to: try records.startPayment(for: numbers, reference: "reference-number-\(index)"))
        }
        try records.apply(.declined, to: try records.startPayment(for: ["RES17-0156"], reference: "reference-declined"))
        try records.read { (records) throws in
            #expect(try records.payments.paidItemsCount(contractor: contractor) == 3)
            let first = try records.payments.paidItems(contractor: contractor, limit: 2, offset: 0)
            let rest = try records.payments.paidItems(contractor: contractor, limit: 2, offset: 2)
            #expect((first + rest).map(\.receipt.description) == ["R000003", "R000002", "R000001"])
            #expect((first + rest).map(\.records) == ["RES17-0150", "RES16-0688, RES17-0167", "RES17-0163"])
            #expect(rest[0].total.description == "$36.05")
        }
    }
}
