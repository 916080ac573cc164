extension HTTPDate {
    /// "Sun, 06 Nov 1994 08:49:37 GMT"
    static func fixdate(_ bytes: [UInt8]) -> Int? {
        guard matches(bytes, "???, ?? ??? ???? ??:??:?? GMT"),
            let century = twoDigits(bytes, 12), let year = twoDigits(bytes, 14)
        else { return nil }
        return seconds(
            bytes, weekday: short(weekday: bytes[0..<3]), day: twoDigits(bytes, 5), month: bytes[8..<11],
            year: century * 100 + year, clock: 17)
    }

    /// "Sunday, 06-Nov-94 08:49:37 GMT"
    static func rfc850(_ bytes: [UInt8], now: Int) -> Int? {
        guard let comma = bytes.firstIndex(of: Byte.comma),
            let weekday = weekdays.firstIndex(where: { $0.utf8.elementsEqual(bytes[..<comma]) })
        else { return nil }
        let rest = Array(bytes[comma...])
        guard matches(rest, ", ??-???-?? ??:??:?? GMT"), let shortYear = twoDigits(rest, 9) else { return nil }
        let thisYear = CivilTime(secondsSince1970: now).year
        var year = thisYear / 100 * 100 + shortYear
        if year > thisYear + 50 { year -= 100 }
        return seconds(rest, weekday: weekday, day: twoDigits(rest, 2), month: rest[5..<8], year: year, clock: 12)
    }

    /// "Sun Nov  6 08:49:37 1994"
    static func asctime(_ bytes: [UInt8]) -> Int? {
        guard matches(bytes, "??? ??? ?? ??:??:?? ????"),
            let century = twoDigits(bytes, 20), let year = twoDigits(bytes, 22)
        else { return nil }
        let day = bytes[8] == Byte.space ? digit(bytes[9]) : twoDigits(bytes, 8)
        return seconds(
            bytes, weekday: short(weekday: bytes[0..<3]), day: day, month: bytes[4..<7], year: century * 100 + year,
            clock: 11)
    }

    private static func seconds(
        _ bytes: [UInt8], weekday: Int?, day: Int?, month: ArraySlice<UInt8>, year: Int, clock: Int
    ) -> Int? {
        guard let weekday, let day, let hour = twoDigits(bytes, clock), let minute = twoDigits(bytes, clock + 3),
            let second = twoDigits(bytes, clock + 6), hour < 24, minute < 60,
            second <= 60,  // a leap second is part of the grammar
            let month = months.firstIndex(where: { $0.utf8.elementsEqual(month) }),
            (1...CivilTime.days(inMonth: month + 1, of: year)).contains(day)
        else { return nil }
        let days = CivilTime.daysSince1970(year: year, month: month + 1, day: day)
        guard CivilTime.weekday(ofDay: days) == weekday else { return nil }
        return days * 86_400 + hour * 3600 + minute * 60 + second
    }

    /// "?" stands for any byte, every other one for itself.
    private static func matches(_ bytes: [UInt8], _ pattern: String) -> Bool {
        bytes.count == pattern.utf8.count && zip(bytes, pattern.utf8).allSatisfy { $1 == Byte.question || $0 == $1 }
    }

    private static func short(weekday: ArraySlice<UInt8>) -> Int? {
        weekdays.firstIndex { $0.utf8.prefix(3).elementsEqual(weekday) }
    }

    private static func twoDigits(_ bytes: [UInt8], _ index: Int) -> Int? {
        guard let tens = digit(bytes[index]), let ones = digit(bytes[index + 1]) else { return nil }
        return tens * 10 + ones
    }

    private static func digit(_ byte: UInt8) -> Int? { Byte.isDigit(byte) ? Int(byte - Byte.zero) : nil }
}
