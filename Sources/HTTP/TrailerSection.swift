/// The field lines after the last chunk (RFC 9112 §7.1.2). They are read as strictly as headers and then let go:
/// nothing here knows a trailer (RFC 9110 §6.5.1). One that would have to be a header is refused.
struct TrailerSection {
    private let limits: RequestLimits
    private var lines = LineReader()
    private var size = 0
    private var count = 0

    init(limits: RequestLimits) { self.limits = limits }

    /// True once the empty line was read.
    mutating func read(_ bytes: Span<UInt8>, from cursor: inout Int) throws(Refusal) -> Bool {
        while let line = try line(bytes, from: &cursor) {
            guard !line.isEmpty else { return true }
            count += 1
            guard count <= limits.trailerCount else { throw Self.tooLarge }
            try check(bytes.extracting(line))
        }
        return false
    }

    private static let tooLarge = Refusal(.headerFieldsTooLarge, "The trailer section is too large.")

    private mutating func line(_ bytes: Span<UInt8>, from cursor: inout Int) throws(Refusal) -> Range<Int>? {
        do throws(LineReader.Fault) {
            let line = try lines.next(in: bytes, from: &cursor, limit: limits.trailerSection - size)
            if let line { size += line.count + 2 }
            return line
        } catch {
            switch error {
            case .tooLong: throw Self.tooLarge
            case .bareLineFeed: throw .bad("A line ends without a carriage return.")
            }
        }
    }

    private func check(_ line: Span<UInt8>) throws(Refusal) {
        let name = line.extracting(try FieldLine(line).name)
        for forbidden in Self.forbidden where name.equalsIgnoringCase(forbidden) {
            throw .bad("A trailer field belongs into the header section.")
        }
    }

    /// Framing, routing, authentication, request modifiers and content format (RFC 9110 §6.5.1).
    private static let forbidden: [StaticString] = [
        "content-length", "transfer-encoding", "trailer", "te", "connection", "keep-alive", "proxy-connection", "upgrade",
        "host", "expect", "max-forwards", "cache-control", "pragma", "range", "if-match", "if-none-match",
        "if-modified-since", "if-unmodified-since", "if-range", "authorization", "proxy-authorization", "cookie",
        "set-cookie", "origin", "referer", "forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto",
        "content-encoding", "content-type", "content-range", "content-language", "content-location",
    ]
}
