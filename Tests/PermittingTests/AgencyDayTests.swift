import Permitting
import Testing

struct AgencyDayTests {
    @Test func `every day from 1900 to 2100 goes to its date and back, weekday by weekday`() throws {
        var day = try #require(AgencyDay(year: 1900, month: 1, day: 1))
        var weekday = 1  // a Monday
        for year in 1900...2100 {
            for month in 1...12 {
                for date in 1...Self.length(month, year) {
                    let civil = day.civil
                    guard civil == (year, month, date), AgencyDay(year: year, month: month, day: date) == day,
                        day.weekday == weekday,
                        AgencyDay(rawValue: day.rawValue) == day
                    else {
                        Issue.record("\(year)-\(month)-\(date) is \(civil) on weekday \(day.weekday)")
                        return
                    }
                    day = day.adding(days: 1)
                    weekday = (weekday + 1) % 7
                }
                #expect(AgencyDay(year: year, month: month, day: Self.length(month, year) + 1) == nil)
            }
        }
        #expect(day == AgencyDay(year: 2101, month: 1, day: 1))
    }

    private static func length(_ month: Int, _ year: Int) -> Int {
        let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    @Test(arguments: [(1900, false), (2000, true), (2024, true), (2025, false), (2026, false), (2100, false)])
    func `29 February is there in leap years only`(year: Int, isLeap: Bool) {
        #expect((AgencyDay(year: year, month: 2, day: 29) != nil) == isLeap)
    }

    @Test(arguments: [
        (0, "1970-01-01", "Thu, Jan 1, 1970", "1/1/1970"), (-1, "1969-12-31", "Wed, Dec 31, 1969", "12/31/1969"),
        (20_781, "2026-11-24", "Tue, Nov 24, 2026", "11/24/2026"), (17_084, "2016-10-10", "Mon, Oct 10, 2016", "10/10/2016"),
    ])
    func `a day is written for the database, for people and for tables`(ordinal: Int, iso: String, long: String, short: String) {
        let day = AgencyDay(ordinal: ordinal)
        #expect(day.rawValue == iso)
        #expect(day.description == long)
        #expect(day.short == short)
    }

    @Test(arguments: [
        "", "2026-11-2", "2026-11-244", "2026-13-01", "2026-00-01", "2026-11-00", "2026-11-31", "2026-02-29", "0000-01-01",
        "2026/11/24",
        "20261124", "+026-11-24", "-026-11-24", "2026-11- 4", "２026-11-24", "24-11-2026", "2026-11-24T", "2026-1１-4",
    ])
    func `what is no day is refused`(text: String) {
        #expect(AgencyDay(rawValue: text) == nil)
    }

    @Test func `Saturday and Sunday are the weekend`() {
        let weekend = (0..<7).map { Kootenai.friday.adding(days: $0) }.filter(\.isWeekend)
        #expect(weekend.map(\.rawValue) == ["2026-11-21", "2026-11-22"])
    }
}
