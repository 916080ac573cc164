/// A moment, in whole seconds since 1970-01-01 UTC: how moments stand in the database.
public struct Instant: RawRepresentable, Hashable, Comparable, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }
    public init(_ seconds: Int) { self.rawValue = seconds }

    public var seconds: Int { rawValue }
    public func adding(seconds: Int) -> Instant { Instant(rawValue + seconds) }
    public func adding(minutes: Int) -> Instant { Instant(rawValue + minutes * 60) }
    public static func < (left: Instant, right: Instant) -> Bool { left.rawValue < right.rawValue }
}
