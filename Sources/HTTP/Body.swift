/// A request's content, complete: small ones in memory, large ones in a temporary file.
public enum Body: Sendable {
    case empty
    case bytes([UInt8])
    case file(BodyFile)

    public var size: Int {
        switch self {
        case .empty: 0
        case .bytes(let bytes): bytes.count
        case .file(let file): file.size
        }
    }

    /// All of it in memory: ask for `size` first.
    public func read() throws(BodyFileError) -> [UInt8] {
        switch self {
        case .empty: []
        case .bytes(let bytes): bytes
        case .file(let file): try file.read(0..<file.size)
        }
    }
}
