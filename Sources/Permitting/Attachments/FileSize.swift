/// The length of a file, in bytes.
public struct FileSize: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }
    public init(bytes: Int) { self.rawValue = bytes }

    /// As file managers count them: 1,024 KB of 1,024 bytes.
    public static func megabytes(_ number: Int) -> FileSize { FileSize(bytes: number << 20) }

    public var bytes: Int { rawValue }

    /// "12 bytes", "640 KB", "1.2 MB". Rounded up, so that a file that is over a limit never reads as if it kept to it.
    public var description: String {
        if rawValue < 1 << 10 { return rawValue == 1 ? "1 byte" : "\(rawValue) bytes" }
        let kilobytes = rawValue >> 10 + (rawValue & 1_023 == 0 ? 0 : 1)
        if kilobytes < 1 << 10 { return "\(kilobytes) KB" }
        let tenths = (rawValue >> 20) * 10 + ((rawValue & 1_048_575) * 10 + 1_048_575) >> 20
        return tenths % 10 == 0 ? "\(tenths / 10) MB" : "\(tenths / 10).\(tenths % 10) MB"
    }

    public static func < (left: FileSize, right: FileSize) -> Bool { left.rawValue < right.rawValue }
    public static func + (left: FileSize, right: FileSize) -> FileSize { FileSize(bytes: left.rawValue + right.rawValue) }
}
