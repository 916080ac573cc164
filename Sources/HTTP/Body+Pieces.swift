import Glibc

extension Body {
    /// Hands over that part of the content, at most 64 KiB at a time.
    func forEachPiece(of range: Range<Int>, _ take: (ArraySlice<UInt8>) throws -> Void) throws {
        var rest = range
        while !rest.isEmpty {
            let piece = try read(rest.prefix(64 * 1024))
            // A file that has become shorter than it was.
            guard !piece.isEmpty else { throw BodyFileError("reading", code: EIO) }
            try take(piece[...])
            rest = rest.dropFirst(piece.count)
        }
    }

    /// Less than was asked for when the content ends earlier.
    func read(_ range: Range<Int>) throws(BodyFileError) -> [UInt8] {
        switch self {
        case .empty: []
        case .bytes(let bytes): Array(bytes[range.clamped(to: bytes.indices)])
        case .file(let file): try file.read(range)
        }
    }
}
