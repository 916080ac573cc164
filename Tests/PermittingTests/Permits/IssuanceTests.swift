import Permitting
import Testing

struct IssuanceTests {
    private static func issue(_ word: String, balance: Int) throws -> Issuance {
        let agency = try Kootenai.agency()
        let number = try #require(PermitNumber(rawValue: "RES16-0688"))
        let permit = Permit(id: 1, number: number, type: "RESIDENTIAL", status: agency.statuses.status(word))
        return try Issuance(of: permit, balance: Money(cents: balance), agency: agency, today: Kootenai.friday)
    }

    @Test func `a permit that is ready and paid becomes active today, for the agency's number of days`() throws {
        let issuance = try Self.issue("READY TO ISSUE", balance: 0)
        #expect(issuance.status.word == "ACTIVE")
        #expect(issuance.status.state == .active)
        #expect(issuance.issuedOn.rawValue == "2026-11-20")
        #expect(issuance.expiresOn.rawValue == "2027-05-19")
    }

    @Test(arguments: [1, 102_398])
    func `a permit that still owes something is not issued`(balance: Int) {
        #expect(throws: Issuance.Refusal.feesUnpaid(balance: Money(cents: balance))) {
            try Self.issue("READY TO ISSUE", balance: balance)
        }
    }

    @Test(arguments: [
        "SUBMITTED", "IN REVIEW", "PENDING APPROVAL", "ON HOLD", "ACTIVE", "ISSUED", "CANCELLED", "FINAL", "EXPIRED", "VOID",
        "WITHDRAWN",
        "a word nobody mapped", "",
    ])
    func `a permit of another status is not issued, paid or not`(word: String) {
        for balance in [0, 3_500] {
            #expect(throws: Issuance.Refusal.notReady(status: word)) { try Self.issue(word, balance: balance) }
        }
    }
}
