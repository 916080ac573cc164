/// An amount in whole US cents. Never a floating-point number: $1,023.98 is 102398.
public struct Money: RawRepresentable, Hashable, Comparable, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }
    public init(cents: Int) { self.rawValue = cents }

    /// The largest amount that may be typed or read from a file: sums of millions of them still fit an Int.
    public static let largest = Money(cents: 99_999_999_999)
    public static let zero = Money(cents: 0)

    public var cents: Int { rawValue }
    public var isZero: Bool { rawValue == 0 }

    /// Reads "65.00", "65" or "1,023.98", with or without a dollar sign; nothing else.
    public init?(text: some StringProtocol) {
        var cents = 0
        var decimals: Int?
        var digits = 0
        // Digits since the last comma: exactly three before the next one, the point or the end.
        var group: Int?
        for byte in text.utf8.dropFirst(text.utf8.first == UInt8(ascii: "$") ? 1 : 0) {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if let seen = decimals { decimals = seen + 1 } else if let seen = group { group = seen + 1 }
                cents = cents * 10 + Int(byte - UInt8(ascii: "0"))
                digits += 1
                guard digits <= 12 else { return nil }
            case UInt8(ascii: ".") where decimals == nil && digits > 0: decimals = 0
            case UInt8(ascii: ",") where decimals == nil && (group.map { $0 == 3 } ?? (1...3).contains(digits)): group = 0
            default: return nil
            }
        }
        guard group == nil || group == 3 else { return nil }
        switch (digits, decimals) {
        case (0, _): return nil
        case (_, nil): cents *= 100
        case (_, 2): break
        default: return nil
        }
        guard cents <= Self.largest.cents else { return nil }
        self.init(cents: cents)
    }

    public static func < (left: Money, right: Money) -> Bool { left.rawValue < right.rawValue }
    public static func + (left: Money, right: Money) -> Money { Money(cents: left.rawValue + right.rawValue) }
    public static func - (left: Money, right: Money) -> Money { Money(cents: left.rawValue - right.rawValue) }
    public static func += (left: inout Money, right: Money) { left = left + right }
}

extension Money: CustomStringConvertible {
    /// "$1,054.70", and "-$5.00" below zero.
    public var description: String {
        // Sign, dollar sign, nineteen digits, six commas and the point, written from the last cent on.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 28) { room in
            var first = room.count
            func write(_ byte: UInt8) {
                first -= 1
                room[first] = byte
            }
            var magnitude = rawValue.magnitude
            var place = 0
            repeat {
                if place == 2 { write(UInt8(ascii: ".")) }
                if place > 2, (place - 2) % 3 == 0 { write(UInt8(ascii: ",")) }
                write(UInt8(ascii: "0") + UInt8(magnitude % 10))
                magnitude /= 10
                place += 1
            } while magnitude > 0 || place < 3
            write(UInt8(ascii: "$"))
            if rawValue < 0 { write(UInt8(ascii: "-")) }
            return String(decoding: room[first...], as: UTF8.self)
        }
    }
}

extension Sequence where Element == Money {
    public var sum: Money { reduce(.zero, +) }
}
