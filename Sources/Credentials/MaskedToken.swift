/// A secret that stands in many pages, written differently in each: a fresh random pad and, behind it, the secret crossed with
/// the pad. Whoever watches the lengths of compressed pages, and has the visitor's words set beside the secret, would otherwise
/// find it out sign by sign (the BREACH attack, breachattack.com).
public enum MaskedToken {
    public static func masked(_ token: String) -> String {
        var generator = RandomWords()
        return masked(token, using: &generator)
    }

    /// Whether `text` is the token, behind whatever pad.
    public static func isMasked(_ text: String, _ token: String) -> Bool {
        guard let bytes = Base64URL.decode(text) else { return false }
        let secret = secret(token)
        guard bytes.count == secret.count * 2 else { return false }
        let (pad, crossed) = (bytes.prefix(secret.count), bytes.suffix(secret.count))
        return ConstantTime.equal(zip(pad, crossed).map { $0 ^ $1 }, secret)
    }

    /// The token behind the pad, in the text of a `RandomToken`; nil for what was never masked.
    public static func unmasked(_ text: String) -> String? {
        guard let bytes = Base64URL.decode(text), !bytes.isEmpty, bytes.count.isMultiple(of: 2) else { return nil }
        let half = bytes.count / 2
        return Base64URL.encode(zip(bytes.prefix(half), bytes.suffix(half)).map { $0 ^ $1 })
    }

    static func masked(_ token: String, using generator: inout some RandomNumberGenerator) -> String {
        let secret = secret(token)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(secret.count * 2)
        while bytes.count < secret.count {
            let word: UInt64 = generator.next()
            for shift in stride(from: 0, to: 64, by: 8) where bytes.count < secret.count {
                bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
            }
        }
        for index in secret.indices { bytes.append(bytes[index] ^ secret[index]) }
        return Base64URL.encode(bytes)
    }

    /// The bytes that the token's text stands for, which are fewer; of any other text its own.
    private static func secret(_ token: String) -> [UInt8] { Base64URL.decode(token) ?? Array(token.utf8) }
}
