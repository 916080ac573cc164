import Permitting
import Testing

struct OfficeClockTests {
    private static func utc(_ day: String, _ hour: Int, _ minute: Int = 0) throws -> Instant {
        let day = try #require(AgencyDay(rawValue: day))
        return Instant(day.ordinal * 86_400 + hour * 3_600 + minute * 60)
    }

    private static func clock(_ zone: String) throws -> OfficeClock { try #require(OfficeClock(zone: zone)) }
    private static func time(_ text: String) throws -> TimeOfDay { try #require(TimeOfDay(text: text)) }

    @Test(arguments: ["", "America/Coeur_dAlene", "Pacific", "america", "Mars/Olympus", "America/Los_Angeles ", "../etc/passwd"])
    func `an unknown zone makes no clock`(zone: String) {
        #expect(OfficeClock(zone: zone) == nil)
    }

    /// Summer begins on Mar 8, 2026 at 2:00 AM and ends on Nov 1 at 2:00 AM; the hours are of UTC.
    @Test(arguments: [
        ("America/Los_Angeles", "2026-03-08", 9, 59, "2026-03-08", "1:59 AM"),
        ("America/Los_Angeles", "2026-03-08", 10, 0, "2026-03-08", "3:00 AM"),
        ("America/Los_Angeles", "2026-11-01", 8, 59, "2026-11-01", "1:59 AM"),
        ("America/Los_Angeles", "2026-11-01", 9, 0, "2026-11-01", "1:00 AM"),
        ("America/Los_Angeles", "2026-11-01", 10, 0, "2026-11-01", "2:00 AM"),
        ("America/New_York", "2026-03-08", 6, 59, "2026-03-08", "1:59 AM"),
        ("America/New_York", "2026-03-08", 7, 0, "2026-03-08", "3:00 AM"),
        ("America/New_York", "2026-11-01", 5, 59, "2026-11-01", "1:59 AM"),
        ("America/New_York", "2026-11-01", 6, 0, "2026-11-01", "1:00 AM"),
        ("America/Los_Angeles", "2026-11-24", 7, 59, "2026-11-23", "11:59 PM"),
        ("America/Los_Angeles", "2026-11-24", 8, 0, "2026-11-24", "12:00 AM"),
        ("America/Los_Angeles", "2026-07-01", 6, 59, "2026-06-30", "11:59 PM"),
        ("America/Los_Angeles", "2026-07-01", 7, 0, "2026-07-01", "12:00 AM"),
        ("America/Los_Angeles", "1969-12-31", 7, 30, "1969-12-30", "11:30 PM"),
    ])
    func `an instant is a day and a time at the office`(
        zone: String, utcDay: String, hour: Int, minute: Int, day: String, time: String
    ) throws {
        let clock = try Self.clock(zone)
        let instant = try Self.utc(utcDay, hour, minute)
        #expect(clock.day(of: instant).rawValue == day)
        #expect(clock.time(of: instant).description == time)
    }

    @Test(arguments: [
        ("America/Los_Angeles", "2026-03-08", "01:59", 9, 59), ("America/Los_Angeles", "2026-03-08", "03:00", 10, 0),
        ("America/Los_Angeles", "2026-03-08", "07:00", 14, 0), ("America/Los_Angeles", "2026-03-07", "07:00", 15, 0),
        ("America/Los_Angeles", "2026-11-01", "07:00", 15, 0), ("America/Los_Angeles", "2026-10-31", "07:00", 14, 0),
        ("America/Los_Angeles", "2026-11-24", "07:00", 15, 0), ("America/New_York", "2026-03-08", "07:00", 11, 0),
        ("America/New_York", "2026-11-01", "07:00", 12, 0), ("America/New_York", "2026-03-08", "01:59", 6, 59),
    ])
    func `a time on a day is an instant, on both Sundays when the clocks change too`(
        zone: String, day: String, time: String, hour: Int, minute: Int
    ) throws {
        let wanted = try #require(AgencyDay(rawValue: day))
        #expect(try Self.clock(zone).instant(of: wanted, at: try Self.time(time)) == (try Self.utc(day, hour, minute)))
    }

    @Test(arguments: [("America/Los_Angeles", 8), ("America/New_York", 5)])
    func `a time that comes twice when summer ends is the first of the two`(zone: String, hour: Int) throws {
        let day = try #require(AgencyDay(rawValue: "2026-11-01"))
        let clock = try Self.clock(zone)
        let instant = clock.instant(of: day, at: try Self.time("01:30"))
        #expect(instant == (try Self.utc("2026-11-01", hour, 30)))
        #expect(clock.time(of: instant).description == "1:30 AM")
    }

    @Test(arguments: [("America/Los_Angeles", 10), ("America/New_York", 7)])
    func `a time that is left out when summer begins is the moment of the change`(zone: String, hour: Int) throws {
        let day = try #require(AgencyDay(rawValue: "2026-03-08"))
        let clock = try Self.clock(zone)
        for time in ["02:00", "02:01", "02:30", "02:59"] {
            #expect(clock.instant(of: day, at: try Self.time(time)) == (try Self.utc("2026-03-08", hour)))
        }
    }

    @Test(arguments: ["America/Los_Angeles", "America/New_York"])
    func `every half hour of a year goes to the wall and back`(zone: String) throws {
        let clock = try Self.clock(zone)
        let first = try Self.utc("2026-01-01", 0)
        var twice = 0
        for half in 0..<(365 * 48) {
            let instant = first.adding(minutes: half * 30)
            let back = clock.instant(of: clock.day(of: instant), at: clock.time(of: instant))
            if back == instant { continue }
            // The second of two equal times.
            #expect(back == instant.adding(minutes: -60))
            twice += 1
        }
        #expect(twice == 2)
    }

    @Test func `a receipt's date is written with its weekday`() throws {
        #expect(try Self.clock("America/Los_Angeles").text(try Self.utc("2026-11-21", 23, 5)) == "Sat, Nov 21, 2026, 3:05 PM")
    }
}
