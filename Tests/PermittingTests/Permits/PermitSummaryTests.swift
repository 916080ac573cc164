import Permitting
import Testing

struct PermitSummaryTests {
    /// Decided by date, whatever the status reads.
    @Test(
        arguments: [
            (PermitState.active, nil, false), (.active, 1, false), (.active, 0, false), (.active, -1, true), (.pending, -1, true),
            (.expired, nil, true), (.expired, 30, true), (.finaled, nil, false), (.unknown, nil, false),
        ] as [(PermitState, Int?, Bool)])
    func `a permit is expired from the day after its date`(state: PermitState, days: Int?, isExpired: Bool) throws {
        let permit = PermitSummary(
            id: 1, number: try #require(PermitNumber(rawValue: "RES16-0310")), address: "3010 E RIVER RD", type: "RESIDENTIAL",
            status: PermitStatus(word: "ACTIVE", state: state, listing: .byDate),
            expiresOn: days.map(Kootenai.friday.adding(days:)))
        #expect(permit.isExpired(on: Kootenai.friday) == isExpired)
    }
}
