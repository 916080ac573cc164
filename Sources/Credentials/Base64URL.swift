/// Base 64 with the alphabet that is safe in addresses and file names (RFC 4648 §5), without padding.
public enum Base64URL {
    public static func encode(_ bytes: some Collection<UInt8>) -> String {
        let length = (bytes.count * 4 + 2) / 3
        return String(unsafeUninitializedCapacity: length) { text in
            var count = 0
            var bits: UInt32 = 0
            var bitCount: UInt32 = 0
            for byte in bytes {
                bits = bits << 8 | UInt32(byte)
                bitCount += 8
                while bitCount >= 6 {
                    bitCount -= 6
                    text[count] = alphabet.utf8Start[Int(bits >> bitCount & 63)]
                    count += 1
                }
            }
            guard bitCount > 0 else { return count }
            text[count] = alphabet.utf8Start[Int(bits << (6 - bitCount) & 63)]
            return count + 1
        }
    }

    /// Nil unless the text is the one way to write its bytes: padding, a sign outside the alphabet, a single last digit
    /// and stray last bits (RFC 4648 §3.5) are refused.
    public static func decode(_ text: some StringProtocol) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count * 3 / 4)
        var bits: UInt32 = 0
        var bitCount: UInt32 = 0
        let values = values
        for digit in text.utf8 {
            let value = values[Int(digit)]
            guard value != notADigit else { return nil }
            bits = bits << 6 | UInt32(value)
            bitCount += 6
            if bitCount >= 8 {
                bitCount -= 8
                bytes.append(UInt8(bits >> bitCount))
                bits &= (1 << bitCount) - 1
            }
        }
        return bitCount < 6 && bits == 0 ? bytes : nil
    }

    /// Looked up, for random bytes would lead any chain of comparisons astray.
    private static let alphabet: StaticString = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

    /// For each byte its six bits, or `notADigit`.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: notADigit, count: 256)
        alphabet.withUTF8Buffer { for (value, digit) in $0.enumerated() { values[Int(digit)] = UInt8(value) } }
        return values
    }()
    private static let notADigit: UInt8 = 0xFF
}
