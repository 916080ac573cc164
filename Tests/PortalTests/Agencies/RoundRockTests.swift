import Permitting
import Testing

/// The City of Round Rock's guide: what is asked for after four o'clock comes a day later, and cancelling ends the day before.
struct RoundRockTests {
    private let site: DemoSite

    init() throws { site = try DemoSite(of: "round-rock") }

    private func hillCountry() throws -> Visitor { try site.contractor("RR20417") }

    private func time(_ time: String, on day: String = "2026-11-23") throws -> Instant {
        let (day, time) = (try #require(AgencyDay(rawValue: day)), try #require(TimeOfDay(text: time)))
        return site.agency.clock.instant(of: day, at: time)
    }

    @Test func `the dashboard has the agency's tables, columns and rows, and no list of expired permits`() throws {
        let answer = try hillCountry().get("/dashboard")
        #expect(answer.headers == ["PERMIT NO., ADDRESS, TYPE, STATUS, INSPECTION, FEES DUE"])
        #expect(
            answer.rows(in: "active-permits") == [
                "IRR20-0112 | 3204 SANDSTONE CV | IRRIGATION | ISSUED | Request | $0.00"
            ])
        #expect(!answer.text.contains("Expired"))
    }

    @Test func `one result has failed and one passed, and the inspection that failed can be asked for`() throws {
        let visitor = try hillCountry()
        let results = try visitor.get("/permits/IRR20-0112/inspections").rows(in: "inspections")
        #expect(results.count == 2 && results[0].contains("FAILED") && results[1].contains("PASSED"))
        try visitor.get("/permits/IRR20-0112/inspections/new")
        let types = visitor.answer.forms.compactMap { $0["Inspection Type"] }.flatMap(\.options).map(\.label)
        #expect(types.contains("Irrigation Inspection") && !types.contains("Sleeving Inspection"))
        #expect(visitor.answer.text.contains("Backflow Test Form"))
    }

    @Test(arguments: [("15:59", "Tue, Nov 24, 2026"), ("16:00", "Wed, Nov 25, 2026")])
    func `until four o'clock the next working day can be had, then the one after`(time: String, first: String) throws {
        site.clock.set(try self.time(time))
        let visitor = try hillCountry()
        let text = try visitor.get("/permits/IRR20-0112/inspections/new").text
        #expect(text.contains("Today you can book \(first) to"))
        #expect(text.contains("Book by 4:00 PM today for Tue, Nov 24, 2026.") == (time == "15:59"))
    }

    @Test func `a request can be cancelled until the end of the day before`() throws {
        let visitor = try hillCountry()
        try visitor.get("/permits/IRR20-0112/inspections/new")
        try visitor.submit("SUBMIT") { form in
            try form.choose("Irrigation Inspection", in: "Inspection Type")
            try form.choose("Tue, Nov 24, 2026", in: "Requested Date")
            try form.choose("AM (8:00 AM to 12:00 PM)", in: "Time")
        }
        try visitor.follow()
        #expect(visitor.answer.banner?.contains("can be cancelled here until the end of Mon, Nov 23, 2026.") == true)
        site.clock.set(try time("23:59"))
        let later = try hillCountry()
        try later.get("/dashboard")
        try later.click("Irrigation Inspection")
        let cancel = try #require(later.answer.forms.first { $0.action.hasSuffix("/cancellation") }).action
        site.clock.set(try time("00:00", on: "2026-11-24"))
        #expect(try later.post(cancel, [("csrf", later.token)]).status == 422)
        #expect(later.answer.text.contains("It is too late to cancel this here. Call 512-555-0164."))
        site.clock.set(try time("23:59"))
        #expect(try later.post(cancel, [("csrf", later.token)]).status == 303)
    }
}
