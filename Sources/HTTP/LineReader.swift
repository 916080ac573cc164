/// Finds lines that end in CRLF and remembers how far it has looked, so that no byte is searched twice however they
/// arrive. A line feed alone ends nothing: readers that let it do so are what request smuggling lives on (RFC 9112 §2.2).
struct LineReader {
    enum Fault: Error {
        case tooLong
        case bareLineFeed
    }

    private var searched = 0

    /// The line at the cursor without its end, the cursor then behind it; nil while the line is incomplete.
    /// `limit` counts the end too. A carriage return elsewhere is the business of whoever reads the line.
    mutating func next(in bytes: Span<UInt8>, from cursor: inout Int, limit: Int) throws(Fault) -> Range<Int>? {
        let start = cursor
        guard let lineFeed = bytes.firstIndex(of: Byte.lineFeed, in: start + searched..<bytes.count) else {
            searched = bytes.count - start
            guard searched < limit else { throw .tooLong }
            return nil
        }
        guard lineFeed + 1 - start <= limit else { throw .tooLong }
        guard lineFeed > start, bytes[lineFeed - 1] == Byte.carriageReturn else { throw .bareLineFeed }
        searched = 0
        cursor = lineFeed + 1
        return start..<lineFeed - 1
    }

    /// True at a line of which nothing has been looked at.
    var isAtStart: Bool { searched == 0 }
}
