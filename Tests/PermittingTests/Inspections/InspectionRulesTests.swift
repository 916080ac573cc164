import Permitting
import Testing

/// Whether a permit as a whole allows a request: what stands on a dashboard in place of "Request".
struct InspectionRulesTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let sentence: String
        let status: String
        let expires: Int?
        let fee: Int
        let type: String
        let refusal: InspectionRefusal?

        init(
            _ sentence: String, _ status: String, expires: Int?, fee: Int = 0, type: String = "RESIDENTIAL",
            _ refusal: InspectionRefusal?
        ) {
            self.sentence = sentence
            self.status = status
            self.expires = expires
            self.fee = fee
            self.type = type
            self.refusal = refusal
        }

        var testDescription: String { sentence }
    }

    static let rows = [
        Row("an active permit may be inspected", "ACTIVE", expires: 120, nil),
        Row("an issued permit may be inspected", "ISSUED", expires: 120, nil),
        Row("the office's letter case does not count", "Active", expires: 120, nil),
        Row("a permit without a date may be inspected", "ACTIVE", expires: nil, nil),
        Row("on its last day a permit may still be inspected", "ACTIVE", expires: 0, nil),
        Row("the day after, it may not", "ACTIVE", expires: -1, .expired(on: Kootenai.friday.adding(days: -1))),
        Row("a permit of any type has inspections", "ACTIVE", expires: 120, type: "FENCE", nil),
        Row("a type's letter case does not count", "ACTIVE", expires: 120, type: "Mechanical", nil),
        Row("a submitted permit is not issued yet", "SUBMITTED", expires: nil, .notIssued(status: "SUBMITTED")),
        Row("a permit in review is not issued yet", "IN REVIEW", expires: nil, .notIssued(status: "IN REVIEW")),
        Row("a pending permit is not issued yet", "PENDING APPROVAL", expires: nil, .notIssued(status: "PENDING APPROVAL")),
        Row("a permit on hold is not issued yet", "ON HOLD", expires: nil, .notIssued(status: "ON HOLD")),
        Row("a permit ready to issue is not issued yet", "READY TO ISSUE", expires: nil, .notIssued(status: "READY TO ISSUE")),
        Row("a cancelled permit is closed", "CANCELLED", expires: nil, .closed(status: "CANCELLED")),
        Row("a finaled permit is closed", "FINALED", expires: 120, .closed(status: "FINALED")),
        Row("a void permit is closed", "VOID", expires: 120, .closed(status: "VOID")),
        Row("a word the agency does not map is never active", "aCtive!", expires: 120, .closed(status: "aCtive!")),
        Row(
            "an expired permit is expired whatever its date", "EXPIRED", expires: 120,
            .expired(on: Kootenai.friday.adding(days: 120))),
        Row("an expired permit without a date is expired", "EXPIRED", expires: nil, .expired(on: nil)),
        Row(
            "an unpaid re-inspection fee comes first", "ACTIVE", expires: 120, fee: 6_500,
            .reinspectionFeeUnpaid(balance: Money(cents: 6_500))),
        Row("a cent of it is enough", "ACTIVE", expires: nil, fee: 1, .reinspectionFeeUnpaid(balance: Money(cents: 1))),
        Row(
            "of an expired permit the date is told before the fee", "ACTIVE", expires: -1, fee: 6_500,
            .expired(on: Kootenai.friday.adding(days: -1))),
        Row(
            "of a permit not issued the status is told before the fee", "SUBMITTED", expires: -1, fee: 6_500,
            .notIssued(status: "SUBMITTED")),
    ]

    private static func refusal(_ row: Row, _ agency: Agency) throws -> InspectionRefusal? {
        let permit = PermitSummary(
            id: 1, number: try #require(PermitNumber(rawValue: "RES16-0304")), address: "1502 E FALLVIEW DR", type: row.type,
            status: agency.statuses.status(row.status), expiresOn: row.expires.map(Kootenai.friday.adding(days:)))
        return try Kootenai.rules(agency).refusal(permit: permit, reinspectionBalance: Money(cents: row.fee))
    }

    @Test(arguments: rows) func `a permit allows a request, or the reason is told`(row: Row) throws {
        #expect(try Self.refusal(row, try Kootenai.agency()) == row.refusal)
    }

    @Test func `where the agency says so, an unpaid re-inspection fee is no hindrance`() throws {
        let agency = try Kootenai.agency { $0["inspections", "unpaidReinspectionFeeBlocks"] = .flag(false) }
        #expect(try Self.refusal(Row("", "ACTIVE", expires: 120, fee: 6_500, nil), agency) == nil)
    }

    @Test func `where a type has no inspections, that is told last`() throws {
        let agency = try Kootenai.agency { $0["inspections", "types", "*"] = .list([]) }
        let fence = Row("", "ACTIVE", expires: 120, type: "FENCE", nil)
        #expect(try Self.refusal(fence, agency) == .noTypes(permitType: "FENCE"))
        let owing = Row("", "ACTIVE", expires: 120, fee: 1, type: "FENCE", nil)
        #expect(try Self.refusal(owing, agency) == .reinspectionFeeUnpaid(balance: Money(cents: 1)))
    }

    @Test func `where the agency names no other types, a permit of another type has no inspections`() throws {
        let agency = try Kootenai.agency { $0["inspections", "types", "*"] = nil }
        #expect(try Self.refusal(Row("", "ACTIVE", expires: 120, type: "FENCE", nil), agency) == .noTypes(permitType: "FENCE"))
    }
}
