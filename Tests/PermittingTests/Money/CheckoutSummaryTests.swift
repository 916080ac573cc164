import Permitting
import Testing

struct CheckoutSummaryTests {
    private static func record(_ number: String, id: Int, _ amounts: [String]) throws -> CheckoutSummary.Record {
        let fees = try amounts.enumerated().map { index, amount in
            Fee(
                id: id * 100 + index, kind: .permit, name: "FEE \(index)", amount: try #require(Money(text: amount)),
                assessedOn: Kootenai.friday, receipt: nil)
        }
        return CheckoutSummary.Record(
            permitID: id, number: try #require(PermitNumber(rawValue: number)), address: "1968 E DODD RD", fees: fees)
    }

    private static func shop() throws -> CheckoutSummary.Record {
        try record("RES16-0688", id: 1, ["96.00", "65.08", "650.75", "35.00", "130.15", "47.00"])
    }

    private static func deck() throws -> CheckoutSummary.Record { try record("RES17-0163", id: 2, ["35.00"]) }

    /// The guide's totals.
    @Test(arguments: [("card", "$30.72", "$1,054.70"), ("check", "$1.50", "$1,025.48"), ("express", "$30.72", "$1,054.70")])
    func `the six fees of RES16-0688 cost what the guide prints`(method: String, fee: String, total: String) throws {
        let summary = CheckoutSummary(records: [try Self.shop()])
        let method = try #require(try Kootenai.agency().payments?.method(method))
        #expect(summary.totalFees.description == "$1,023.98")
        #expect(method.convenienceFee(on: summary.totalFees).description == fee)
        #expect(summary.totalDue(by: method).description == total)
    }

    @Test(arguments: [("card", "$31.77", "$1,090.75"), ("check", "$1.50", "$1,060.48"), ("express", "$31.77", "$1,090.75")])
    func `with RES17-0163 the convenience fee is taken once, on the sum`(method: String, fee: String, total: String) throws {
        let summary = CheckoutSummary(records: [try Self.shop(), try Self.deck()])
        let method = try #require(try Kootenai.agency().payments?.method(method))
        #expect(summary.totalFees.description == "$1,058.98")
        #expect(method.convenienceFee(on: summary.totalFees).description == fee)
        #expect(summary.totalDue(by: method).description == total)
    }

    @Test func `a method without a charge costs the fees alone`() throws {
        let method = PaymentMethod(key: "card", label: "Credit Card", kind: .card, charge: .none)
        #expect(CheckoutSummary(records: [try Self.deck()]).totalDue(by: method) == Money(cents: 3_500))
    }

    @Test func `records with nothing due are left out`() throws {
        let paid = try Self.record("WEB17-0002", id: 3, [])
        #expect(CheckoutSummary(records: [paid]).isEmpty)
        let summary = CheckoutSummary(records: [paid, try Self.deck()])
        #expect(summary.records.map(\.number.rawValue) == ["RES17-0163"])
        #expect(summary.totalFees == Money(cents: 3_500))
    }

    @Test func `the fingerprint names the fees and amounts that were seen, and no others`() throws {
        let seen = CheckoutSummary(records: [try Self.shop()]).fingerprint
        #expect(CheckoutSummary(records: [try Self.shop()]).fingerprint == seen)
        let others = [
            [try Self.shop(), try Self.deck()],
            [try Self.record("RES16-0688", id: 1, ["96.01", "65.08", "650.75", "35.00", "130.15", "47.00"])],
            [try Self.record("RES16-0688", id: 1, ["65.08", "96.00", "650.75", "35.00", "130.15", "47.00"])],
            [try Self.record("RES16-0688", id: 1, ["96.00", "65.08", "650.75", "35.00", "130.15"])],
            [try Self.record("RES16-0688", id: 2, ["96.00", "65.08", "650.75", "35.00", "130.15", "47.00"])],
        ]
        #expect(Set(others.map { CheckoutSummary(records: $0).fingerprint } + [seen]).count == others.count + 1)
    }
}
