/// A growing batch of log lines as bytes: `key=value key=value`, one line each. A value cannot forge a line or a key:
/// everything but visible ASCII, and quote, backslash and space, is written as `\xNN`.
struct LogText {
    private(set) var bytes: [UInt8] = []
    private(set) var lines = 0

    /// A longer path is cut: the log is no place to fill a disk from outside.
    private static let longestValue = 1_024

    mutating func append(_ line: AccessLine) {
        append(time: line.time)
        append(key: "id", hexadecimal: line.id)
        append(key: "client", text: line.client)
        append(key: "method", text: line.method)
        append(key: "path", text: line.path)
        append(key: "status", number: line.status)
        append(key: "bytes", number: line.bytes)
        append(key: "us", number: line.microseconds)
        endLine()
    }

    /// Tells how many lines were lost because the log could not keep up.
    mutating func append(dropped: Int, time: Int64) {
        append(time: time)
        append(key: "dropped", number: dropped)
        endLine()
    }

    private mutating func endLine() {
        bytes.append(UInt8(ascii: "\n"))
        lines += 1
    }

    /// `time=2026-11-24T09:30:00.123456Z`, RFC 3339.
    private mutating func append(time: Int64) {
        let (seconds, micros) = time.dividedFloored(by: 1_000_000)
        let (days, second) = seconds.dividedFloored(by: 86_400)
        let (year, month, day) = Self.date(daysSince1970: days)
        bytes.append(contentsOf: "time=".utf8)
        append(padded: year, to: 4)
        append("-", padded: month)
        append("-", padded: day)
        append("T", padded: second / 3_600)
        append(":", padded: second / 60 % 60)
        append(":", padded: second % 60)
        append(".", padded: micros, to: 6)
        bytes.append(UInt8(ascii: "Z"))
    }

    private mutating func append(key: StaticString, text: String) {
        begin(key)
        guard !text.isEmpty else {
            bytes.append(UInt8(ascii: "-"))
            return
        }
        for byte in text.utf8.prefix(Self.longestValue) {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), ...0x20, 0x7F...:
                bytes.append(contentsOf: "\\x".utf8)
                bytes.append(Self.digit(byte >> 4))
                bytes.append(Self.digit(byte & 15))
            default:
                bytes.append(byte)
            }
        }
        if text.utf8.count > Self.longestValue { bytes.append(contentsOf: "...".utf8) }
    }

    private mutating func append(key: StaticString, number: Int) {
        begin(key)
        bytes.append(contentsOf: String(number).utf8)
    }

    private mutating func append(key: StaticString, hexadecimal: UInt64) {
        begin(key)
        for shift in stride(from: 60, through: 0, by: -4) {
            bytes.append(Self.digit(UInt8(truncatingIfNeeded: hexadecimal >> UInt64(shift)) & 15))
        }
    }

    private mutating func begin(_ key: StaticString) {
        bytes.append(UInt8(ascii: " "))
        key.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "="))
    }

    private mutating func append(_ separator: Unicode.Scalar, padded number: Int64, to width: Int = 2) {
        bytes.append(UInt8(ascii: separator))
        append(padded: number, to: width)
    }

    private mutating func append(padded number: Int64, to width: Int) {
        var divisor: Int64 = 1
        for _ in 1..<width { divisor *= 10 }
        while divisor > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / divisor % 10))
            divisor /= 10
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }

    /// The Gregorian date, counted in eras of 400 years that begin on 1 March, so that a leap day is the last of its year.
    private static func date(daysSince1970: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let (era, dayOfEra) = (daysSince1970 + 719_468).dividedFloored(by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let fromMarch = (5 * dayOfYear + 2) / 153
        let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
        return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * fromMarch + 2) / 5 + 1)
    }
}

extension Int64 {
    /// Quotient and a remainder that is never negative.
    fileprivate func dividedFloored(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
