/// Finds the parts of a multipart/form-data body (RFC 7578, RFC 2046 §5.1) as its bytes come by, in pieces of any size.
/// It keeps no content: a part is its header section and the range of its content within the body, so that memory stays
/// the same whatever is uploaded. How the bytes were cut changes nothing.
public struct MultipartParser: Sendable {
    /// Those that are complete.
    public private(set) var parts: [MultipartPart] = []

    private enum Stage {
        /// Before the first delimiter: ignored (RFC 2046 §5.1.1).
        case preamble
        case delimiterEnd(DelimiterEnd)
        case header
        case content(MultipartPart)
        /// After the closing delimiter: ignored likewise.
        case epilogue
        case failed(MultipartError)
    }

    /// What has been read behind the boundary of a delimiter line.
    private enum DelimiterEnd {
        case nothing
        case hyphen
        case padding(closing: Bool)
        case carriageReturn(closing: Bool)
    }

    private let limits: MultipartLimits
    /// CRLF, two hyphens and the boundary. Its only carriage return is its first byte, so that after a mismatch the
    /// search begins anew at the byte that did not match.
    private let delimiter: [UInt8]
    /// The body's first line may be a delimiter without a line end before it.
    private var matched = 2
    private var stage = Stage.preamble
    /// Bytes of the body before the piece that is being read.
    private var consumed = 0
    private var header = PartHeader()
    private var line: [UInt8] = []
    private var headerSize = 0
    private var fieldSizes = 0

    public init(boundary: MultipartBoundary, limits: MultipartLimits = MultipartLimits()) {
        self.limits = limits
        delimiter = Array("\r\n--".utf8) + boundary.bytes
    }

    /// Once it has thrown, it throws the same again.
    public mutating func receive(_ bytes: ArraySlice<UInt8>) throws(MultipartError) {
        do throws(MultipartError) {
            try read(bytes.span)
        } catch {
            stage = .failed(error)
            throw error
        }
        consumed += bytes.count
    }

    /// All parts, once the whole body has been received.
    public mutating func finish() throws(MultipartError) -> [MultipartPart] {
        switch stage {
        case .epilogue, .delimiterEnd(.padding(closing: true)): return parts
        case .failed(let error): throw error
        case .preamble, .delimiterEnd, .header, .content:
            stage = .failed(.unfinished)
            throw .unfinished
        }
    }

    private var number: Int { parts.count + 1 }

    private mutating func read(_ bytes: Span<UInt8>) throws(MultipartError) {
        var cursor = 0
        while cursor < bytes.count {
            switch stage {
            case .preamble:
                if findDelimiter(in: bytes, from: &cursor) { stage = .delimiterEnd(.nothing) }
            case .delimiterEnd(let end):
                stage = try stage(after: end, bytes[cursor])
                cursor += 1
            case .header:
                try readHeader(bytes, from: &cursor)
            case .content(let part):
                try readContent(of: part, bytes, from: &cursor)
            case .epilogue:
                return
            case .failed(let error):
                throw error
            }
        }
    }

    /// True behind a whole delimiter; false when the piece ends, with `matched` bytes of a possible one.
    private mutating func findDelimiter(in bytes: Span<UInt8>, from cursor: inout Int) -> Bool {
        while cursor < bytes.count {
            if matched == 0 {
                guard let hit = bytes.firstIndex(of: Byte.carriageReturn, in: cursor..<bytes.count) else {
                    cursor = bytes.count
                    return false
                }
                cursor = hit + 1
                matched = 1
            } else if bytes[cursor] == delimiter[matched] {
                cursor += 1
                matched += 1
                guard matched < delimiter.count else {
                    matched = 0
                    return true
                }
            } else {
                matched = 0
            }
        }
        return false
    }

    /// Two hyphens end the body; blanks are padding that somebody on the way added (RFC 2046 §5.1.1). Any other byte would
    /// make a longer line that only begins like the delimiter, which readers do not agree upon.
    private mutating func stage(after end: DelimiterEnd, _ byte: UInt8) throws(MultipartError) -> Stage {
        switch (end, byte) {
        case (.nothing, UInt8(ascii: "-")): return .delimiterEnd(.hyphen)
        case (.hyphen, UInt8(ascii: "-")): return .delimiterEnd(.padding(closing: true))
        case (.nothing, Byte.space), (.nothing, Byte.tab): return .delimiterEnd(.padding(closing: false))
        case (.padding, Byte.space), (.padding, Byte.tab): return .delimiterEnd(end)
        case (.nothing, Byte.carriageReturn): return .delimiterEnd(.carriageReturn(closing: false))
        case (.padding(let closing), Byte.carriageReturn): return .delimiterEnd(.carriageReturn(closing: closing))
        case (.carriageReturn(closing: true), Byte.lineFeed): return .epilogue
        case (.carriageReturn(closing: false), Byte.lineFeed):
            guard parts.count < limits.parts else { throw .tooManyParts(limit: limits.parts) }
            header = PartHeader()
            headerSize = 0
            return .header
        default: throw .delimiterMalformed(part: number)
        }
    }

    /// Reads up to the end of one header line, or of the piece.
    private mutating func readHeader(_ bytes: Span<UInt8>, from cursor: inout Int) throws(MultipartError) {
        let lineFeed = bytes.firstIndex(of: Byte.lineFeed, in: cursor..<bytes.count)
        let end = lineFeed.map { $0 + 1 } ?? bytes.count
        guard end - cursor <= limits.headerBytes - headerSize else {
            throw .headerTooLarge(part: number, limit: limits.headerBytes)
        }
        headerSize += end - cursor
        bytes.extracting(cursor..<end).withUnsafeBufferPointer { line.append(contentsOf: $0) }
        cursor = end
        guard lineFeed != nil else { return }
        guard line.count > 1, line[line.count - 2] == Byte.carriageReturn else { throw .headerMalformed(part: number) }
        let complete = Array(line.dropLast(2))
        line.removeAll(keepingCapacity: true)
        guard complete.isEmpty else { return try header.read(complete.span, part: number) }
        stage = .content(try header.part(number: number, start: consumed + cursor))
        // A part without content may end with its header's own line end (RFC 2046 §5.1.1, body-part).
        matched = 2
    }

    private mutating func readContent(
        of part: MultipartPart, _ bytes: Span<UInt8>, from cursor: inout Int
    ) throws(MultipartError) {
        let start = part.content.lowerBound
        let isComplete = findDelimiter(in: bytes, from: &cursor)
        // What might be the beginning of a delimiter is not content yet.
        let end = consumed + cursor - (isComplete ? delimiter.count : matched)
        let content = start..<max(start, end)
        let isField = part.fileName == nil
        guard !isField || content.count <= limits.fieldBytes else { throw .fieldTooLarge(part: number, limit: limits.fieldBytes) }
        guard isComplete else { return }
        if isField {
            // Not earlier: which limit a value passes first would depend on how the bytes were cut.
            fieldSizes += content.count
            guard fieldSizes <= limits.allFieldBytes else { throw .fieldsTooLarge(limit: limits.allFieldBytes) }
        }
        parts.append(part)
        parts[parts.count - 1].content = content
        stage = .delimiterEnd(.nothing)
    }
}
