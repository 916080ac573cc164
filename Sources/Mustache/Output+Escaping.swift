/// Text for HTML: `&`, `<`, `>`, `"` and `'` written as references, all other bytes as they are.
extension Output {
    mutating func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard var next = bytes.baseAddress else { return }
        var left = bytes.count
        while left > 0 {
            let number = min(left, Self.portion)
            appendEscapedPortion(next, number)
            next += number
            left -= number
        }
    }

    /// So much at a time, lest a long text demand room for as if all of it were special.
    private static let portion = 256

    @inline(__always) private mutating func appendEscapedPortion(_ bytes: UnsafePointer<UInt8>, _ number: Int) {
        // The longest reference has six bytes; eight are stored at a time.
        reserve(number * 6 + 8)
        var next = bytes
        let stop = next + number
        var end = base + count
        while stop - next >= 8 {
            let word = UnsafeRawPointer(next).loadUnaligned(as: UInt64.self)
            UnsafeMutableRawPointer(end).storeBytes(of: word, as: UInt64.self)
            if Self.hasSpecial(word) {
                for offset in 0..<8 { end = Self.write(next[offset], at: end) }
            } else {
                end += 8
            }
            next += 8
        }
        if next < stop, number >= 8 {
            // The last eight overlap some that are written already: just so, where none of the eight is special.
            let word = UnsafeRawPointer(stop - 8).loadUnaligned(as: UInt64.self)
            if !Self.hasSpecial(word) {
                end += stop - next
                UnsafeMutableRawPointer(end - 8).storeBytes(of: word, as: UInt64.self)
                next = stop
            }
        }
        while next < stop {
            end = Self.write(next.pointee, at: end)
            next += 1
        }
        count = end - base
    }

    /// Whether one of eight bytes is special: a byte is zero if taking one from it borrows from its highest bit.
    /// Two masks make two comparisons do for four characters (22 and 26, 3C and 3E).
    @inline(__always) private static func hasSpecial(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quoteOrAmpersand = (word & (0xFB * ones)) ^ (0x22 * ones)
        let apostrophe = word ^ (0x27 * ones)
        let angle = (word & (0xFD * ones)) ^ (0x3C * ones)
        let zeros =
            (quoteOrAmpersand &- ones) & ~quoteOrAmpersand | (apostrophe &- ones) & ~apostrophe | (angle &- ones) & ~angle
        return zeros & (0x80 * ones) != 0
    }

    /// The bits of the five characters, all below 64.
    private static let special: UInt64 = 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E

    @inline(__always)
    private static func write(_ byte: UInt8, at end: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
        if byte < 64, (special >> UInt64(byte)) & 1 != 0 { return write(referenceTo: byte, at: end) }
        end.pointee = byte
        return end + 1
    }

    @inline(never)
    private static func write(referenceTo byte: UInt8, at end: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
        let reference: StaticString =
            switch byte {
            case UInt8(ascii: "&"): "&amp;"
            case UInt8(ascii: "<"): "&lt;"
            case UInt8(ascii: ">"): "&gt;"
            case UInt8(ascii: "\""): "&quot;"
            default: "&#39;"
            }
        end.update(from: reference.utf8Start, count: reference.utf8CodeUnitCount)
        return end + reference.utf8CodeUnitCount
    }
}
