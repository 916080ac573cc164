import Permitting
import SQLite
import Testing

@testable import Storage

struct FeeStoreTests {
    private let records: DemoRecords
    private let permit: Int
    private let rich: Int
    private let second: Int

    init() throws {
        records = try DemoRecords()
        permit = try records.permit("RES16-0686").id
        rich = try records.contractor(DemoRecords.rich)
        second = try records.contractor(DemoRecords.second)
    }

    private func all(_ contractor: Int?) throws -> [Int] {
        try records.read { try $0.fees.all(permit: permit, contractor: contractor) }.map(\.amount.cents)
    }

    private func due(_ contractor: Int?) throws -> [Int] {
        try records.read { try $0.fees.due(permit: permit, contractor: contractor) }.map(\.amount.cents)
    }

    @Test func `a company sees the fees of everyone on the permit and its own, the office sees all`() throws {
        try records.charge(1_100, on: permit)
        try records.charge(2_200, on: permit, to: rich)
        #expect(try all(second) == [6_500, 1_100])
        #expect(try all(rich) == [1_100, 2_200])
        #expect(try all(nil) == [6_500, 1_100, 2_200])
    }

    @Test func `what is paid is no longer due, and names its receipt`() throws {
        try records.charge(1_100, on: permit)
        try records.apply(.approved, to: try records.startPayment(for: ["RES16-0686"]))
        #expect(try due(rich) == [] && (try due(second)) == [6_500] && (try due(nil)) == [6_500])
        let fees = try records.read { try $0.fees.all(permit: permit, contractor: nil) }
        #expect(fees.map(\.receipt?.rawValue) == [nil, 1])
        #expect(fees.map(\.isPaid) == [false, true])
    }

    @Test func `a fee in an open payment is still due`() throws {
        try records.charge(1_100, on: permit)
        _ = try records.startPayment(for: ["RES16-0686"])
        #expect(try due(rich) == [1_100])
    }

    @Test func `a fee is kept as it was assessed`() throws {
        let id = try records.charge(4_321, on: permit, kind: .reinspection, to: rich)
        let fee = try #require(try records.read { try $0.fees.all(permit: permit, contractor: rich) }.last)
        #expect(
            fee
                == Fee(
                    id: id, kind: .reinspection, name: "PLANNING", amount: Money(cents: 4_321), assessedOn: DemoRecords.today,
                    receipt: nil))
    }

    @Test(arguments: [0, -1, Int.min])
    func `nothing and less than nothing cannot be charged`(cents: Int) throws {
        #expect(refusal { try records.charge(cents, on: permit) }?.isCheckViolation == true)
        #expect(try all(nil) == [6_500])
    }
}
