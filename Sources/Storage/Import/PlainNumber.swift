/// Numbers as they stand in data files: digits, perhaps a sign and decimals. No exponent, no thousands, no "inf".
enum PlainNumber {
    private static let powers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21,
        1e22,
    ]

    private struct Digits {
        var isNegative = false
        /// The first nineteen digits as one whole number, and whether that is all of them.
        var mantissa: UInt64 = 0
        var isExact = true
        var decimals = 0
        var wholeDigits = 0
    }

    static func double(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
        guard let digits = digits(bytes) else { return nil }
        // Both numbers are exact as Double here, so one division gives the nearest one.
        if digits.isExact && digits.mantissa <= 1 << 53 && digits.decimals < powers.count {
            let magnitude = Double(digits.mantissa) / powers[digits.decimals]
            return digits.isNegative ? -magnitude : magnitude
        }
        return Double(String(decoding: bytes, as: UTF8.self))
    }

    /// Whole cents, to the nearest: "246089.8" is 24608980. nil beyond a thousand million dollars.
    static func cents(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard var digits = digits(bytes), digits.wholeDigits <= 9 else { return nil }
        guard digits.isExact else { return nil }
        while digits.decimals < 2 {
            digits.mantissa *= 10
            digits.decimals += 1
        }
        var rounding: UInt64 = 0
        while digits.decimals > 2 {
            rounding = digits.mantissa % 10 >= 5 ? 1 : 0
            digits.mantissa /= 10
            digits.decimals -= 1
        }
        let cents = Int(digits.mantissa + rounding)
        return digits.isNegative ? -cents : cents
    }

    private static func digits(_ bytes: UnsafeBufferPointer<UInt8>) -> Digits? {
        var digits = Digits()
        var hasPoint = false
        var significant = 0
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if hasPoint { digits.decimals += 1 } else { digits.wholeDigits += 1 }
                if significant > 0 || byte != UInt8(ascii: "0") { significant += 1 }
                if significant > 19 {
                    digits.isExact = false
                } else {
                    digits.mantissa = digits.mantissa &* 10 &+ UInt64(byte - UInt8(ascii: "0"))
                }
            case UInt8(ascii: ".") where !hasPoint: hasPoint = true
            case UInt8(ascii: "-") where index == 0: digits.isNegative = true
            default: return nil
            }
        }
        // At most 15 digits before the point: what lies beyond is no measure of a building.
        guard digits.wholeDigits + digits.decimals > 0, digits.wholeDigits <= 15, digits.decimals <= 30 else { return nil }
        return digits
    }
}
