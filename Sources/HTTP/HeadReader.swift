/// Reads one request line and its header section, line by line as they become complete.
struct HeadReader {
    private let limits: RequestLimits
    private var lines = LineReader()
    private var hadEmptyLine = false
    private var requestLine: RequestLine?
    private var headers = Headers()
    private var framing = FramingFields()
    private var sectionSize = 0
    /// As far as it is known, be the line good or bad.
    private(set) var method: Method?

    init(limits: RequestLimits) { self.limits = limits }

    /// A request line has been read.
    var hasBegun: Bool { requestLine != nil }

    /// Nil while the section is incomplete.
    mutating func read(_ bytes: Span<UInt8>, from cursor: inout Int) throws(Refusal) -> RequestHead? {
        if requestLine == nil {
            guard let line = try readRequestLine(bytes, from: &cursor) else { return nil }
            requestLine = line
            headers.reserve(16)
        }
        while let line = try sectionLine(bytes, from: &cursor) {
            guard line.isEmpty else {
                try readField(bytes.extracting(line))
                continue
            }
            return try head()
        }
        return nil
    }

    private mutating func readRequestLine(_ bytes: Span<UInt8>, from cursor: inout Int) throws(Refusal) -> RequestLine? {
        while cursor < bytes.count {
            // A TLS greeting on the plain port has no line end to wait for.
            let first = bytes[cursor]
            if lines.isAtStart && !ByteClass.token.contains(first) && first != Byte.carriageReturn {
                throw .bad("The request line begins with no method.")
            }
            let start = cursor
            let line: Range<Int>?
            do throws(LineReader.Fault) {
                line = try lines.next(in: bytes, from: &cursor, limit: limits.requestLine)
            } catch {
                let name = noteMethod(bytes.extracting(start..<min(bytes.count, start + limits.requestLine)))
                throw Self.refusal(error, tooLong: name == nil ? Self.methodTooLong : Self.lineTooLong)
            }
            guard let line else { return nil }
            if !line.isEmpty {
                noteMethod(bytes.extracting(line))
                return try RequestLine(bytes.extracting(line), limits: limits)
            }
            // One empty line is passed over, such as old clients send after a POST (RFC 9112 §2.2).
            guard !hadEmptyLine else { throw .bad("Empty lines stand before the request line.") }
            hadEmptyLine = true
        }
        return nil
    }

    private static let lineTooLong = Refusal(.uriTooLong, "The request line is too long.")
    /// RFC 9112 §3: of a method longer than any that is known.
    private static let methodTooLong = Refusal(.notImplemented, "This method is not known here.")

    /// The end of the method's name, where there is one.
    @discardableResult
    private mutating func noteMethod(_ line: Span<UInt8>) -> Int? {
        guard let end = line.firstIndex(of: Byte.space, in: line.indices) else { return nil }
        method = String(validating: line.extracting(0..<end)).flatMap(Method.init)
        return end
    }

    private mutating func sectionLine(_ bytes: Span<UInt8>, from cursor: inout Int) throws(Refusal) -> Range<Int>? {
        do throws(LineReader.Fault) {
            let line = try lines.next(in: bytes, from: &cursor, limit: limits.headerSection - sectionSize)
            if let line { sectionSize += line.count + 2 }
            return line
        } catch {
            throw Self.refusal(error, tooLong: Refusal(.headerFieldsTooLarge, "The header section is too large."))
        }
    }

    private mutating func readField(_ line: Span<UInt8>) throws(Refusal) {
        guard headers.fields.count < limits.headerCount else {
            throw Refusal(.headerFieldsTooLarge, "There are too many header fields.")
        }
        let field = try FieldLine(line)
        let name = line.extracting(field.name)
        let value = line.extracting(field.value)
        try framing.note(name, value, isPadded: field.isPadded)
        guard let text = String(validating: value) else { throw .bad("A header field is not UTF-8.") }
        headers.appendValidated(String(ascii: name), text)
    }

    private mutating func head() throws(Refusal) -> RequestHead? {
        guard let line = requestLine else { return nil }
        let host = try framing.host(line.version)
        let length = try framing.framing(line.version, of: line.method)
        // The target's own host goes before the field, for every later reader too (RFC 9112 §3.2.2).
        if let authority = line.authority { headers["Host"] = authority }
        return RequestHead(
            method: line.method, target: line.target, version: line.version, headers: headers, framing: length,
            expectsContinue: try framing.expectsContinue(line.version, before: length),
            keepsAlive: framing.keepsAlive(line.version), host: line.authority ?? host)
    }

    private static func refusal(_ fault: LineReader.Fault, tooLong: Refusal) -> Refusal {
        switch fault {
        case .tooLong: tooLong
        case .bareLineFeed: .bad("A line ends without a carriage return.")
        }
    }
}
