/// Reads one request's content as its head framed it (RFC 9112 §6, §7.1), in pieces as they arrive.
struct BodyReader {
    enum Outcome {
        case needsMore
        case piece(Range<Int>)
        case end
    }

    private enum Stage {
        case rest(Int)
        case chunkLine
        case chunk(rest: Int)
        case chunkEnd
        case trailers
        case end
    }

    /// The most content to be taken.
    var limit: Int
    private let limits: RequestLimits
    private var stage: Stage
    /// Content declared so far, by Content-Length or by the chunks' sizes.
    private var declared: Int
    private var extensions = 0
    private var lines = LineReader()
    private var trailers: TrailerSection

    init(framing: RequestHead.Framing, limits: RequestLimits) {
        self.limits = limits
        limit = limits.body
        trailers = TrailerSection(limits: limits)
        switch framing {
        case .none: (stage, declared) = (.end, 0)
        case .length(let length): (stage, declared) = (.rest(length), length)
        case .chunked: (stage, declared) = (.chunkLine, 0)
        }
    }

    mutating func read(_ bytes: Span<UInt8>, from cursor: inout Int) throws(Refusal) -> Outcome {
        guard declared <= limit else { throw Self.tooLarge }
        while true {
            switch stage {
            case .rest(0), .end: return .end
            case .rest(let rest):
                guard let piece = Self.piece(of: bytes, from: &cursor, atMost: rest) else { return .needsMore }
                stage = .rest(rest - piece.count)
                return .piece(piece)
            case .chunkLine:
                guard let size = try chunkSize(bytes, from: &cursor) else { return .needsMore }
                stage = size > 0 ? .chunk(rest: size) : .trailers
            case .chunk(let rest):
                guard let piece = Self.piece(of: bytes, from: &cursor, atMost: rest) else { return .needsMore }
                stage = piece.count == rest ? .chunkEnd : .chunk(rest: rest - piece.count)
                return .piece(piece)
            case .chunkEnd:
                guard try Self.chunkEnd(bytes, from: &cursor) else { return .needsMore }
                stage = .chunkLine
            case .trailers:
                guard try trailers.read(bytes, from: &cursor) else { return .needsMore }
                stage = .end
            }
        }
    }

    private static let tooLarge = Refusal(.contentTooLarge, "The request's content is too large.")

    private static func piece(of bytes: Span<UInt8>, from cursor: inout Int, atMost count: Int) -> Range<Int>? {
        let start = cursor
        cursor = min(bytes.count, start + min(count, bytes.count - start))
        return cursor > start ? start..<cursor : nil
    }

    /// The size of the next chunk, which must still fit; 0 is the last.
    private mutating func chunkSize(_ bytes: Span<UInt8>, from cursor: inout Int) throws(Refusal) -> Int? {
        let range: Range<Int>?
        do throws(LineReader.Fault) {
            range = try lines.next(in: bytes, from: &cursor, limit: limits.chunkLine)
        } catch {
            throw .bad("A chunk's size line is too long or ends wrongly.")
        }
        guard let range else { return nil }
        let line = try ChunkLine(bytes.extracting(range))
        extensions += line.extensionSize
        guard extensions <= limits.chunkExtensions else { throw .bad("There are too many chunk extensions.") }
        guard line.size <= UInt64(limit - declared) else { throw Self.tooLarge }
        declared += Int(line.size)
        return Int(line.size)
    }

    /// A chunk's data end in CRLF, at the place its size said (RFC 9112 §7.1).
    private static func chunkEnd(_ bytes: Span<UInt8>, from cursor: inout Int) throws(Refusal) -> Bool {
        guard cursor < bytes.count else { return false }
        guard bytes[cursor] == Byte.carriageReturn else { throw .bad("A chunk is longer than its size.") }
        guard cursor + 1 < bytes.count else { return false }
        guard bytes[cursor + 1] == Byte.lineFeed else { throw .bad("A chunk is longer than its size.") }
        cursor += 2
        return true
    }
}
