import Permitting

/// A day as data files write it: 2013-07-08, 2013-07-08T00:00:00.000, 2013-07-08 00:00:00 or 7/8/2013 (month first).
enum ImportedDay {
    enum Reading {
        /// The first ten bytes are the day as it is stored.
        case asStored
        case other(AgencyDay)
    }

    static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Reading? {
        if bytes.count >= 10 && bytes[4] == UInt8(ascii: "-") {
            guard isDay(bytes) else { return nil }
            return bytes.count == 10 || isTime(UnsafeBufferPointer(rebasing: bytes[10...])) ? .asStored : nil
        }
        return monthFirst(bytes).map { .other($0) }
    }

    /// As `AgencyDay(iso:)`, but without leaving the module for most: a file has millions of days.
    @inline(__always)
    private static func isDay(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes[7] == UInt8(ascii: "-") else { return false }
        guard let century = twoDigits(bytes, 0), let year = twoDigits(bytes, 2), let month = twoDigits(bytes, 5),
            let day = twoDigits(bytes, 8)
        else { return false }
        // Days up to the 28th are in every month; the few others are left to who knows.
        if day >= 1 && day <= 28 && month >= 1 && month <= 12 && century + year > 0 { return true }
        return AgencyDay(year: century * 100 + year, month: month, day: day) != nil
    }

    @inline(__always)
    private static func twoDigits(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int? {
        guard isDigit(bytes[place]), isDigit(bytes[place + 1]) else { return nil }
        return Int(bytes[place]) * 10 + Int(bytes[place + 1]) - 11 * Int(UInt8(ascii: "0"))
    }

    /// "T00:00:00.000", " 14:30", "T14:30:00Z": only digits and their marks, of which nothing is kept.
    private static func isTime(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count <= 20, bytes[0] == UInt8(ascii: "T") || bytes[0] == UInt8(ascii: " ") else { return false }
        guard bytes.count >= 6, isDigit(bytes[1]) else { return false }
        return bytes.dropFirst().allSatisfy { isDigit($0) || ":.Z+-".utf8.contains($0) }
    }

    private static func monthFirst(_ bytes: UnsafeBufferPointer<UInt8>) -> AgencyDay? {
        var numbers = [0, 0, 0]
        var digits = [0, 0, 0]
        var part = 0
        var end = bytes.count
        if let space = bytes.firstIndex(of: UInt8(ascii: " ")) {
            guard isTime(UnsafeBufferPointer(rebasing: bytes[space...])) else { return nil }
            end = space
        }
        for byte in bytes[..<end] {
            if byte == UInt8(ascii: "/") {
                part += 1
                guard part < 3 else { return nil }
            } else {
                guard isDigit(byte), digits[part] < 4 else { return nil }
                numbers[part] = numbers[part] * 10 + Int(byte - UInt8(ascii: "0"))
                digits[part] += 1
            }
        }
        guard digits[0] > 0, digits[0] <= 2, digits[1] > 0, digits[1] <= 2, digits[2] == 4 else { return nil }
        return AgencyDay(year: numbers[2], month: numbers[0], day: numbers[1])
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}
