/// A set of ASCII bytes as a map of 128 bits: one shift per question, no table to fetch. No byte over 127 is in any.
struct ByteClass: Sendable {
    private let low: UInt64
    private let high: UInt64

    @inline(__always)
    func contains(_ byte: UInt8) -> Bool {
        let half = byte < 64 ? low : (byte < 128 ? high : 0)
        return (half &>> UInt64(byte & 63)) & 1 == 1
    }

    /// tchar (RFC 9110 §5.6.2): method names, field names, chunk extensions.
    static let token = ByteClass(letters + digits + "!#$%&'*+-.^_`|~")
    /// pchar without "%" (RFC 3986 §3.3).
    static let pathSegment = ByteClass(unreserved + "!$&'()*+,;=:@")
    /// A query's bytes without "%": RFC 3986 §3.4, and what browsers leave as typed there (URL Standard §1.3).
    static let query = ByteClass(unreserved + "!$&'()*+,;=:@/?" + "[]{}|^`\\")
    /// What a registered host name is made of. RFC 3986 §3.2.2 would also allow percent signs and commas, which no
    /// name in the DNS has; a comma there is what two merged Host fields look like.
    static let hostName = ByteClass(unreserved)
    /// A cookie's value (RFC 6265 §4.1.1).
    static let cookieValue = ByteClass(letters + digits + "!#$%&'()*+-./:<=>?@[]^_`{|}~")
    /// What application/x-www-form-urlencoded leaves as it is (URL Standard §5.2).
    static let formUnescaped = ByteClass(letters + digits + "*-._")
    /// A multipart boundary (RFC 2046 §5.1.1, bchars).
    static let boundary = ByteClass(letters + digits + "'()+_,-./:=? ")

    /// C0 controls and DEL. Tab counts as one; where it may stand the caller says so.
    @inline(__always)
    static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7F }

    private static let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    private static let digits = "0123456789"
    private static let unreserved = letters + digits + "-._~"

    private init(_ members: String) {
        var low: UInt64 = 0
        var high: UInt64 = 0
        for byte in members.utf8 {
            if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
        }
        self.low = low
        self.high = high
    }
}
