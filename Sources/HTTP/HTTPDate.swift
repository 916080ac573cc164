import Glibc

/// Times as HTTP writes them (RFC 9110 §5.6.7): whole seconds, always GMT. Own calendar arithmetic, because a
/// formatter from Foundation costs more than the page.
public enum HTTPDate {
    /// IMF-fixdate: "Sun, 06 Nov 1994 08:49:37 GMT". Years beyond four digits are held at the nearest end.
    public static func format(secondsSince1970 seconds: Int) -> String {
        let time = CivilTime(secondsSince1970: min(max(seconds, earliest), latest))
        var bytes = Array("Sun, 00 Jan 0000 00:00:00 GMT".utf8)
        bytes.replaceSubrange(0..<3, with: weekdays[time.weekday].utf8.prefix(3))
        put(time.day, at: 5, in: &bytes)
        bytes.replaceSubrange(8..<11, with: months[time.month - 1].utf8)
        put(time.year / 100, at: 12, in: &bytes)
        put(time.year % 100, at: 14, in: &bytes)
        put(time.hour, at: 17, in: &bytes)
        put(time.minute, at: 20, in: &bytes)
        put(time.second, at: 23, in: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Any of the three formats; nil for all else, a weekday that is not the date's included. A year of two digits
    /// is the one not more than 50 years after `now`.
    public static func parse(_ text: String, now: Int = time(nil)) -> Int? {
        let bytes = Array(text.utf8)
        switch bytes.count {
        case 24: return asctime(bytes)
        case 29 where bytes[3] == Byte.comma: return fixdate(bytes)
        default: return rfc850(bytes, now: now)
        }
    }

    static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
    static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    /// The first second of year 0 and the last of 9999.
    private static let earliest = -62_167_219_200
    private static let latest = 253_402_300_799

    private static func put(_ number: Int, at index: Int, in bytes: inout [UInt8]) {
        bytes[index] = Byte.zero + UInt8(number / 10)
        bytes[index + 1] = Byte.zero + UInt8(number % 10)
    }
}
