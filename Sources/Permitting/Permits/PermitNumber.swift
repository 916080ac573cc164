/// A permit's number as the office wrote it: "RES16-0688", "1980-001138 BP".
public struct PermitNumber: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
    public static let longest = 60
    public let rawValue: String

    /// nil for what can be no permit's number: empty, too long, or with control characters.
    public init?(rawValue: String) {
        guard (1...Self.longest).contains(rawValue.utf8.count) else { return nil }
        guard rawValue.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return nil }
        guard rawValue.utf8.first != 0x20, rawValue.utf8.last != 0x20 else { return nil }
        self.rawValue = rawValue
    }

    public var description: String { rawValue }
    public static func < (left: PermitNumber, right: PermitNumber) -> Bool { left.rawValue < right.rawValue }
}
