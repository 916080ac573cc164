/// Receipts are numbered without a gap, from 1.
public struct ReceiptNumber: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Reads what `description` writes, "R000123".
    public init?(text: String) {
        let bytes = Array(text.utf8)
        guard bytes.first == UInt8(ascii: "R"), (7...16).contains(bytes.count) else { return nil }
        var number = 0
        for byte in bytes.dropFirst() {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        self.init(rawValue: number)
        guard description == text else { return nil }
    }

    public var description: String {
        let digits = String(rawValue)
        return "R" + String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
    }
}
