/// `method SP request-target SP HTTP-version` (RFC 9112 §3), with single spaces and nothing else between or around.
struct RequestLine {
    let method: Method
    let target: Target
    let version: Version
    /// Host and port of an absolute-form target, in lower case.
    let authority: String?

    /// The version is judged first: a line of another protocol has no method for us to refuse.
    init(_ line: Span<UInt8>, limits: RequestLimits) throws(Refusal) {
        guard let first = line.firstIndex(of: Byte.space, in: line.indices),
            let second = line.firstIndex(of: Byte.space, in: first + 1..<line.count)
        else { throw .bad("The request line has not three parts.") }
        version = try Self.version(line.extracting(second + 1..<line.count))
        method = try Self.method(line.extracting(0..<first))
        (target, authority) = try Target.read(line.extracting(first + 1..<second), for: method, queryFields: limits.queryFields)
    }

    /// `HTTP/` digit `.` digit, upper case (RFC 9112 §2.3).
    private static func version(_ bytes: Span<UInt8>) throws(Refusal) -> Version {
        guard bytes.count == 8, bytes.extracting(0..<5).equals("HTTP/"), Byte.isDigit(bytes[5]), bytes[6] == Byte.dot,
            Byte.isDigit(bytes[7])
        else { throw .bad("The request line ends with no HTTP version.") }
        guard bytes[5] == Byte.zero + 1 else {
            throw Refusal(.httpVersionNotSupported, "Only HTTP/1.0 and HTTP/1.1 are spoken here.")
        }
        return bytes[7] == Byte.zero ? .http10 : .http11
    }

    private static func method(_ bytes: Span<UInt8>) throws(Refusal) -> Method {
        guard !bytes.isEmpty else { throw .bad("The request line begins with no method.") }
        for index in bytes.indices where !ByteClass.token.contains(bytes[index]) {
            throw .bad("The method is not a token.")
        }
        guard let method = Method(rawValue: String(ascii: bytes)) else {
            throw Refusal(.notImplemented, "This method is not known here.")
        }
        // No path has them: nothing is proxied, and TRACE would show cookies to scripts. GET and HEAD are what
        // every server has (RFC 9110 §9.1).
        guard method != .trace, method != .connect else {
            throw Refusal(.methodNotAllowed, "\(method.name) is not allowed here.", allowed: [.get, .head])
        }
        return method
    }
}
