import HTTP
import Testing

struct HTTPDateTests {
    /// Reckoned with another program's calendar.
    static let dates: [(Int, String)] = [
        (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
        (-1, "Wed, 31 Dec 1969 23:59:59 GMT"), (951_825_600, "Tue, 29 Feb 2000 12:00:00 GMT"),
        (951_868_800, "Wed, 01 Mar 2000 00:00:00 GMT"), (-2_203_891_201, "Wed, 28 Feb 1900 23:59:59 GMT"),
        (-2_203_891_200, "Thu, 01 Mar 1900 00:00:00 GMT"), (1_709_164_800, "Thu, 29 Feb 2024 00:00:00 GMT"),
        (1_795_512_600, "Tue, 24 Nov 2026 09:30:00 GMT"), (2_147_483_648, "Tue, 19 Jan 2038 03:14:08 GMT"),
        (4_107_542_399, "Sun, 28 Feb 2100 23:59:59 GMT"), (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"),
        (13_574_563_200, "Tue, 29 Feb 2400 00:00:00 GMT"), (253_402_300_799, "Fri, 31 Dec 9999 23:59:59 GMT"),
        (-62_135_596_800, "Mon, 01 Jan 0001 00:00:00 GMT"), (-11_670_998_400, "Tue, 29 Feb 1600 00:00:00 GMT"),
    ]

    @Test(arguments: dates)
    func `a date is written and read as IMF-fixdate`(seconds: Int, text: String) {
        #expect(HTTPDate.format(secondsSince1970: seconds) == text)
        #expect(HTTPDate.parse(text) == seconds)
    }

    @Test func `a year beyond four digits is held at the end`() {
        #expect(HTTPDate.format(secondsSince1970: .max) == "Fri, 31 Dec 9999 23:59:59 GMT")
        #expect(HTTPDate.format(secondsSince1970: 253_402_300_800) == "Fri, 31 Dec 9999 23:59:59 GMT")
        #expect(HTTPDate.format(secondsSince1970: .min) == "Sat, 01 Jan 0000 00:00:00 GMT")
    }

    @Test func `days of eight hundred years come back`() {
        for day in stride(from: -135_140, through: 157_057, by: 29) {
            let seconds = day * 86_400 + 3723
            #expect(HTTPDate.parse(HTTPDate.format(secondsSince1970: seconds)) == seconds)
        }
    }

    @Test func `the three formats say the same`() {
        let now = 1_795_512_600
        #expect(HTTPDate.parse("Sun, 06 Nov 1994 08:49:37 GMT", now: now) == 784_111_777)
        #expect(HTTPDate.parse("Sunday, 06-Nov-94 08:49:37 GMT", now: now) == 784_111_777)
        #expect(HTTPDate.parse("Sun Nov  6 08:49:37 1994", now: now) == 784_111_777)
        #expect(HTTPDate.parse("Tue Nov 24 09:30:00 2026", now: now) == now)
        #expect(HTTPDate.parse("Tuesday, 24-Nov-26 09:30:00 GMT", now: now) == now)
        #expect(HTTPDate.parse("Wednesday, 01-Mar-00 00:00:00 GMT", now: now) == 951_868_800)
    }

    @Test func `two digits of a year mean no more than fifty years ahead`() {
        let in1994 = 784_111_777
        #expect(HTTPDate.parse("Sunday, 06-Nov-44 08:49:37 GMT", now: in1994) == nil, "1944 began another weekday than 2044")
        let in2026 = 1_795_512_600
        #expect(HTTPDate.parse("Friday, 24-Jan-76 00:00:00 GMT", now: in2026) == 3_347_049_600)
        #expect(HTTPDate.parse("Monday, 24-Jan-77 00:00:00 GMT", now: in2026) == 222_912_000)
    }

    @Test(arguments: [
        "", "now", "0", "784111777", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 UTC",
        "Sun, 06 Nov 1994 08:49:37 +0000",
        "sun, 06 Nov 1994 08:49:37 GMT", "Sun, 06 nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 gmt",
        "Mon, 06 Nov 1994 08:49:37 GMT", "Sun, 6 Nov 1994 08:49:37 GMT", "Sun,  6 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 24:00:00 GMT", "Sun, 06 Nov 1994 08:60:37 GMT", "Sun, 06 Nov 1994 08:49:61 GMT",
        "Tue, 29 Feb 1994 00:00:00 GMT", "Wed, 29 Feb 2023 00:00:00 GMT", "Mon, 29 Feb 2100 00:00:00 GMT",
        "Fri, 00 Apr 1994 00:00:00 GMT", "Sun, 31 Apr 1994 00:00:00 GMT", "Sun, 32 Jan 1994 00:00:00 GMT",
        "Sun, 06 Foo 1994 08:49:37 GMT", "Sun, +6 Nov 1994 08:49:37 GMT", "Sun, 06 Nov -994 08:49:37 GMT",
        "Sun, 06 Nov 1994 8:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 GMT ", " Sun, 06 Nov 1994 08:49:37 GMT",
        "Sun; 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08-49-37 GMT", "Sun, ０6 Nov 1994 08:49:37 GMT",
        "Sun, 06-Nov-94 08:49:37 GMT", "Sunday, 06-Nov-1994 08:49:37 GMT", "Sunday, 06 Nov 94 08:49:37 GMT", "Sunday",
        "Funday, 06-Nov-94 08:49:37 GMT", "Sunday, ", ",", "Sun Nov 6 08:49:37 1994", "Sun Nov 06 08:49:37 1994 GMT",
        "Sun Nov  6 08:49:37 94", "Mon Nov  6 08:49:37 1994", "Sun Nov  0 08:49:37 1994", "Sun Nov xx 08:49:37 1994",
    ])
    func `anything else is no date`(text: String) {
        #expect(HTTPDate.parse(text, now: 1_795_512_600) == nil)
    }

    @Test func `a leap second is part of the grammar`() {
        #expect(HTTPDate.parse("Sat, 31 Dec 2016 23:59:60 GMT") == 1_483_228_800)
    }
}
