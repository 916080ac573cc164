/// A permit's number as the office wrote it: "RES16-0688", "1980-001138 BP".
public struct PermitNumber: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
    public static let longest = 60
    public let rawValue: String

    /// nil for what can be no permit's number: empty, too long, or with control characters.
    public init?(rawValue: String) {
        let bytes = rawValue.utf8.span
        guard (1...Self.longest).contains(bytes.count), bytes[0] != 0x20, bytes[bytes.count - 1] != 0x20 else { return nil }
        for index in bytes.indices where bytes[index] < 0x20 || bytes[index] == 0x7F { return nil }
        self.rawValue = rawValue
    }

    public var description: String { rawValue }
    public static func < (left: PermitNumber, right: PermitNumber) -> Bool { left.rawValue < right.rawValue }
}
