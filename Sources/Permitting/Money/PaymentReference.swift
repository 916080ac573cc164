/// A payment's name in addresses and towards the provider.
public struct PaymentReference: RawRepresentable, Hashable, Sendable {
    public let rawValue: String

    /// 16 to 64 letters, digits, `-` or `_`.
    public init?(rawValue: String) {
        guard (16...64).contains(rawValue.utf8.count) else { return nil }
        let isPlain = rawValue.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"): true
            default: false
            }
        }
        guard isPlain else { return nil }
        self.rawValue = rawValue
    }
}
