/// One-time codes that a telephone and the portal work out alike from a secret and the time (RFC 6238, over HMAC-SHA-1 of RFC 4226):
/// six digits, another each thirty seconds.
///
/// A code is good for a step before and after its own, because clocks differ (RFC 6238 §5.2). That it works once is up to whoever
/// keeps the step that was used last.
public struct TOTP: Sendable {
    /// As long as SHA-1's digest (RFC 4226 §4, R6).
    public static let secretSize = 20
    public static let digits = 6
    public static let period = 30

    /// To be shown to its owner once, and kept where the records are: it cannot be hashed.
    public let secret: [UInt8]

    public init(secret: [UInt8]) { self.secret = secret }

    /// With a secret from the kernel's generator.
    public init() {
        var generator = SystemRandomNumberGenerator()
        secret = (0..<Self.secretSize).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }

    /// The step that the code belongs to, counted in periods since 1970; nil where it is no code of now. Each of the three that
    /// may be meant is compared, whichever it is.
    /// - Parameter seconds: Since 1970.
    public func step(of code: String, at seconds: Int) -> Int? {
        let now = seconds / Self.period
        var found: Int?
        for step in [now - 1, now + 1, now] where ConstantTime.equal(code, self.code(at: step)) { found = step }
        return found
    }

    public func code(at step: Int) -> String { code(at: step, digits: Self.digits) }

    /// RFC 4226 §5.3: four bytes of the tag, from where its last bits say.
    func code(at step: Int, digits: Int) -> String {
        let counter = UInt64(bitPattern: Int64(step))
        let tag = HMAC.sha1(key: secret, (0..<8).map { UInt8(truncatingIfNeeded: counter >> UInt64(56 - 8 * $0)) })
        let offset = Int(tag[tag.count - 1] & 15)
        let number = tag[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7fff_ffff
        let text = String(number)
        return String((String(repeating: "0", count: max(0, digits - text.utf8.count)) + text).suffix(digits))
    }
}

extension TOTP {
    /// As people type it off: capital letters and digits in fours.
    public var groupedSecret: String {
        let text = Array(Base32.encode(secret))
        return stride(from: 0, to: text.count, by: 4).map { String(text[$0..<min($0 + 4, text.count)]) }.joined(separator: " ")
    }

    /// The address that telephones read out of a square code: whose account it is, at which office, and the secret.
    /// Of both names only letters and digits of ASCII, and a few harmless signs, stand as they are (RFC 3986 §2.3).
    public func address(account: String, issuer: String) -> String {
        let (account, issuer) = (Self.escaped(account), Self.escaped(issuer))
        return "otpauth://totp/\(issuer):\(account)?secret=\(Base32.encode(secret))&issuer=\(issuer)"
    }

    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                String(UnicodeScalar(byte))
            default: "-._~".utf8.contains(byte) ? String(UnicodeScalar(byte)) : "%" + Hex.encode([byte]).uppercased()
            }
        }.joined()
    }
}

extension TOTP: CustomStringConvertible {
    /// Never the secret, so that printing a value that holds one does not put it into a log.
    public var description: String { "TOTP(…)" }
}
