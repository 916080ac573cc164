/// A moment in the Gregorian calendar, GMT, reckoned without tables or Foundation: years begin in March, so that the
/// leap day is the last of its year, and 400 of them are always 146,097 days.
struct CivilTime {
    let year: Int
    let month: Int
    let day: Int
    let hour: Int
    let minute: Int
    let second: Int
    /// 0 is Sunday.
    let weekday: Int

    init(secondsSince1970 seconds: Int) {
        let (days, clock) = Self.floored(seconds, by: 86_400)
        let (era, dayOfEra) = Self.floored(days + Self.daysFromMarchOfYear0To1970, by: 146_097)
        // Leap days before this one in the era: every 1,460 days one, but not every 36,524, and again after 146,096.
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        // From March on, five months have 153 days, whichever five in a row from there.
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
        hour = clock / 3600
        minute = clock / 60 % 60
        second = clock % 60
        weekday = Self.weekday(ofDay: days)
    }

    static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        let (era, yearOfEra) = floored(month <= 2 ? year - 1 : year, by: 400)
        let monthFromMarch = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - daysFromMarchOfYear0To1970
    }

    /// 1 January 1970 was a Thursday.
    static func weekday(ofDay days: Int) -> Int { floored(days + 4, by: 7).remainder }

    static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static let daysFromMarchOfYear0To1970 = 719_468

    private static func floored(_ value: Int, by divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
