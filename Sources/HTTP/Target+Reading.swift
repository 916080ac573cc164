extension Target {
    /// For tests and tools; the same rules as on the wire.
    public init(_ text: String, for method: Method = .get) throws(Refusal) {
        self = try Self.read(Array(text.utf8).span, for: method, queryFields: RequestLimits().queryFields).target
    }

    /// A target in one of the forms of RFC 9112 §3.2, and the authority of an absolute one.
    static func read(
        _ bytes: Span<UInt8>, for method: Method, queryFields: Int
    ) throws(Refusal) -> (target: Target, authority: String?) {
        guard !bytes.isEmpty else { throw .bad("The request has no target.") }
        if bytes[0] == Byte.slash {
            return (try origin(bytes, of: bytes, queryFields: queryFields), nil)
        }
        if bytes.count == 1 && bytes[0] == Byte.asterisk {
            // Asterisk-form asks about the server as a whole, which only OPTIONS may (RFC 9112 §3.2.4).
            guard method == .options else { throw .bad("Only OPTIONS may ask for *.") }
            return (Target(raw: "*", path: "*", segments: [], query: FormFields()), nil)
        }
        return try absolute(bytes, queryFields: queryFields)
    }

    /// `http://host:port/path?query`, which every server has to accept (RFC 9112 §3.2.2). The authority ends at the
    /// first slash or question mark; user names in it are refused with every other byte no host has (RFC 9110 §4.2.4).
    private static func absolute(_ bytes: Span<UInt8>, queryFields: Int) throws(Refusal) -> (Target, String?) {
        let start: Int
        if bytes.hasPrefix(ignoringCase: "http://") {
            start = 7
        } else if bytes.hasPrefix(ignoringCase: "https://") {
            start = 8
        } else {
            throw .bad("The target is neither a path nor an http address.")
        }
        let rest = start..<bytes.count
        let slash = bytes.firstIndex(of: Byte.slash, in: rest) ?? bytes.count
        let end = min(slash, bytes.firstIndex(of: Byte.question, in: rest) ?? bytes.count)
        let authority = try Authority.read(bytes.extracting(start..<end))
        return (try origin(bytes.extracting(end..<bytes.count), of: bytes, queryFields: queryFields), authority)
    }

    private static func origin(_ bytes: Span<UInt8>, of whole: Span<UInt8>, queryFields: Int) throws(Refusal) -> Target {
        let mark = bytes.firstIndex(of: Byte.question, in: bytes.indices)
        let (path, segments) = try readPath(bytes.extracting(0..<(mark ?? bytes.count)))
        let query = try mark.map { mark throws(Refusal) in
            try readQuery(bytes.extracting(mark + 1..<bytes.count), fields: queryFields)
        }
        // Every byte of it has been found to be visible ASCII by now.
        let raw = String(ascii: whole)
        return Target(raw: raw, path: path, segments: segments, query: query ?? FormFields())
    }

    private static func readPath(_ bytes: Span<UInt8>) throws(Refusal) -> (path: String, segments: [String]) {
        // "/", or an absolute form without a path (RFC 9110 §4.2.3).
        guard bytes.count > 1 else { return ("/", []) }
        var segments: [String] = []
        segments.reserveCapacity(4)
        var start = 1
        while start <= bytes.count {
            let end = bytes.firstIndex(of: Byte.slash, in: start..<bytes.count) ?? bytes.count
            segments.append(try readSegment(bytes.extracting(start..<end)))
            start = end + 1
        }
        guard bytes.firstIndex(of: Byte.percent, in: bytes.indices) == nil else {
            return ("/" + segments.joined(separator: "/"), segments)
        }
        return (String(ascii: bytes), segments)
    }

    /// A segment must not turn out to be two, to climb, or to end a C string: an escaped slash, a backslash, a
    /// control, "." and ".." are refused rather than resolved.
    private static func readSegment(_ bytes: Span<UInt8>) throws(Refusal) -> String {
        for index in bytes.indices where !ByteClass.pathSegment.contains(bytes[index]) && bytes[index] != Byte.percent {
            throw .bad("The path has a byte that no address may have.")
        }
        let text: String
        do throws(PercentEncoding.Fault) {
            text = try PercentEncoding.decode(bytes, plusIsSpace: false)
        } catch {
            throw .bad("The path's percent-encoding is broken.")
        }
        for byte in text.utf8 where ByteClass.isControl(byte) || byte == Byte.slash || byte == Byte.backslash {
            throw .bad("The path hides a separator or a control.")
        }
        guard text != "." && text != ".." else { throw .bad("The path has a dot segment.") }
        return text
    }

    private static func readQuery(_ bytes: Span<UInt8>, fields: Int) throws(Refusal) -> FormFields {
        for index in bytes.indices where !ByteClass.query.contains(bytes[index]) && bytes[index] != Byte.percent {
            throw .bad("The query has a byte that no address may have.")
        }
        do throws(FormError) {
            return try FormFields(reading: bytes, limits: FormLimits(bytes: .max, fields: fields))
        } catch {
            switch error {
            case .tooLarge, .tooManyFields: throw .bad("The query has too many fields.")
            case .brokenPercentEncoding, .notUTF8, .containsNUL: throw .bad("The query's percent-encoding is broken.")
            }
        }
    }
}
