/// A mail's own name (RFC 5322 §3.6.4), the same at every attempt, so that who gets it twice can tell.
public struct MessageID: RawRepresentable, Hashable, Sendable {
    /// Without the angle brackets: "Zk3…@permits.example.gov".
    public let rawValue: String

    /// `unique` is letters, digits, `-` and `_`; `host` a domain name or an address literal in brackets.
    public init?(unique: String, host: String) { self.init(rawValue: unique + "@" + host) }

    public init?(rawValue: String) {
        let parts = rawValue.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, rawValue.utf8.count <= 255, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isPlain) })
        else {
            return nil
        }
        self.rawValue = rawValue
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-_.:[]".utf8.contains(byte)
        }
    }
}
