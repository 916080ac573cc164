import Permitting
import Testing

/// On which days an inspection may be had, and the last word before it is saved.
struct InspectionDaysTests {
    private static func rules(_ today: String = "2026-11-20") throws -> InspectionRules {
        try Kootenai.rules(try Kootenai.agency(), on: try #require(AgencyDay(rawValue: today)))
    }

    /// Thanksgiving is Thursday, Nov 26, 2026; the office is closed on the 27th too.
    @Test(arguments: [
        ("2026-11-20", "11/23 11/24 11/25 11/30 12/1 12/2 12/3 12/4"),
        ("2026-11-21", "11/23 11/24 11/25 11/30 12/1 12/2 12/3 12/4"),
        ("2026-11-22", "11/23 11/24 11/25 11/30 12/1 12/2 12/3 12/4"),
        ("2026-11-23", "11/24 11/25 11/30 12/1 12/2 12/3 12/4 12/7"),
        ("2026-11-25", "11/30 12/1 12/2 12/3 12/4 12/7 12/8 12/9"),
        ("2026-11-26", "11/30 12/1 12/2 12/3 12/4 12/7 12/8 12/9 12/10"),
        ("2026-12-24", "12/28 12/29 12/30 12/31 1/4 1/5 1/6 1/7"),
    ])
    func `working days from the next one up to two weeks ahead are open`(today: String, open: String) throws {
        let days = try Self.rules(today).openDays.map(\.short)
        #expect(days.map { String($0.dropLast(5)) } == open.split(separator: " ").map(String.init))
    }

    private static func refusal(
        _ type: String = "ADDRESSING", on day: String, slot: String = "AM", taken: Int = 0, inspections: [Inspection] = []
    ) throws -> InspectionRefusal? {
        let day = try #require(AgencyDay(rawValue: day))
        do {
            try rules().check(type: type, day: day, slot: slot, permitType: "RESIDENTIAL", inspections: inspections) { _, _ in
                taken
            }
            return nil
        } catch let refusal as InspectionRefusal {
            return refusal
        }
    }

    @Test(arguments: ["2026-11-23", "2026-11-25", "2026-11-30", "2026-12-04"])
    func `a day that is open is taken`(day: String) throws {
        #expect(try Self.refusal(on: day) == nil)
        #expect(try Self.refusal(on: day, slot: "PM") == nil)
    }

    @Test(arguments: [
        "2026-11-20", "2026-11-19", "2026-11-21", "2026-11-22", "2026-11-26", "2026-11-27", "2026-11-28", "2026-12-05",
        "2026-12-07", "1970-01-01",
        "9999-12-31",
    ])
    func `today, the past, weekends, holidays and what is too far ahead are refused`(day: String) throws {
        #expect(try Self.refusal(on: day) == .dayNotOpen(try #require(AgencyDay(rawValue: day))))
    }

    @Test func `a slot has twenty places and no more`() throws {
        #expect(try Self.refusal(on: "2026-11-23", taken: 19) == nil)
        for taken in [20, 21] {
            #expect(
                try Self.refusal(on: "2026-11-23", taken: taken)
                    == .full(day: Kootenai.friday.adding(days: 3), slot: "AM (8:00 AM to 12:00 PM)"))
        }
    }

    @Test(arguments: ["", "am", "NIGHT"]) func `a time that is not offered is refused`(slot: String) throws {
        #expect(try Self.refusal(on: "2026-11-23", slot: slot) == .unknownSlot(slot))
    }

    @Test(arguments: ["", "addressing", "GAS PRESSURE TEST", "<script>"])
    func `an inspection that the permit does not have is refused`(type: String) throws {
        #expect(try Self.refusal(type, on: "2026-11-23") == .unknownType(type))
    }

    @Test func `what may not be asked for now is refused whatever the day`() throws {
        #expect(try Self.refusal("FINAL", on: "2026-11-23") == .needsFirst(["ADDRESSING", "DRYWALL"]))
        let passed = InspectionOffersTests.inspection("ADDRESSING", .passed)
        #expect(try Self.refusal(on: "2026-11-21", inspections: [passed]) == .alreadyPassed)
    }

    @Test func `an error while counting places is not taken for a free one`() throws {
        struct Broken: Error {}
        let day = Kootenai.friday.adding(days: 3)
        #expect(throws: Broken.self) {
            try Self.rules().check(type: "ADDRESSING", day: day, slot: "AM", permitType: "RESIDENTIAL", inspections: []) { _, _ in
                throw Broken()
            }
        }
    }

    @Test(arguments: [("2026-11-24", 15), ("2026-07-01", 14), ("2026-03-08", 14), ("2026-11-01", 15)])
    func `a request can be cancelled until seven o'clock of its day, in summer and in winter`(day: String, utc: Int) throws {
        let day = try #require(AgencyDay(rawValue: day))
        #expect(try Self.rules().cancelUntil(day) == Instant(day.ordinal * 86_400 + utc * 3_600))
    }
}
