/// The fields that say where a message ends, whom it is for and whether another may follow, gathered line by line
/// and judged together at the end, so that their order changes nothing.
struct FramingFields {
    private var contentLength: Int?
    private var transferCoding: TransferCoding?
    private var host: String?
    private var closes = false
    private var staysOpen = false
    private var expectation: Expectation?

    private enum Expectation {
        case `continue`
        case other
    }

    /// Fields are told apart by the length of their names first: most are none of these.
    mutating func note(_ name: Span<UInt8>, _ value: Span<UInt8>, isPadded: Bool) throws(Refusal) {
        switch name.count {
        case 4 where name.equalsIgnoringCase("host"): try noteHost(value)
        case 6 where name.equalsIgnoringCase("expect"): noteExpectation(value)
        case 10 where name.equalsIgnoringCase("connection"): noteConnection(value)
        case 14 where name.equalsIgnoringCase("content-length"): try noteLength(value, isPadded)
        case 17 where name.equalsIgnoringCase("transfer-encoding"): try noteCoding(value, isPadded)
        default: break
        }
    }

    /// Empty for a 1.0 request without one; 1.1 must name its host (RFC 9112 §3.2).
    func host(_ version: Version) throws(Refusal) -> String {
        if let host { return host }
        guard version == .http10 else { throw .bad("The request names no host.") }
        return ""
    }

    /// RFC 9112 §6.3, with every doubt a refusal.
    func framing(_ version: Version, of method: Method) throws(Refusal) -> RequestHead.Framing {
        guard let transferCoding else {
            if let contentLength { return .length(contentLength) }
            // In 1.1 this is no content. In 1.0 it might be one that ends with the connection (RFC 1945 §8.3).
            guard version == .http11 || ![.post, .put, .patch].contains(method) else {
                throw Refusal(.lengthRequired, "In HTTP/1.0 this method needs a Content-Length.")
            }
            return .none
        }
        guard contentLength == nil else { throw .bad("Content-Length and Transfer-Encoding stand together.") }
        // A 1.0 sender does not know it, so somebody in between did not either (RFC 9112 §6.1).
        guard version == .http11 else { throw .bad("HTTP/1.0 has no Transfer-Encoding.") }
        switch transferCoding {
        case .chunked: return .chunked
        case .unknownThenChunked: throw Refusal(.notImplemented, "This transfer coding is not known here.")
        case .unframed: throw .bad("The last transfer coding is not chunked.")
        }
    }

    /// RFC 9112 §9.3; "close" wins over "keep-alive".
    func keepsAlive(_ version: Version) -> Bool {
        !closes && (version == .http11 || staysOpen)
    }

    /// RFC 9110 §10.1.1: not for 1.0, and not where no content is to come.
    func expectsContinue(_ version: Version, before framing: RequestHead.Framing) throws(Refusal) -> Bool {
        guard version == .http11, let expectation else { return false }
        guard expectation == .continue else {
            throw Refusal(.expectationFailed, "Only 100-continue can be expected here.")
        }
        return framing != .none && framing != .length(0)
    }

    private mutating func noteHost(_ value: Span<UInt8>) throws(Refusal) {
        guard host == nil else { throw .bad("The request names two hosts.") }
        host = try Authority.read(value)
    }

    /// Digits and nothing else, at most 18 of them, no zero in front, and only one such field: RFC 9110 §8.6 lets a
    /// recipient refuse even equal repetitions, and a sender that repeats itself has been tampered with. So has one that
    /// pads it: the blanks are allowed (RFC 9112 §5), but whoever reads on our way may not have taken them for such.
    private mutating func noteLength(_ value: Span<UInt8>, _ isPadded: Bool) throws(Refusal) {
        guard contentLength == nil else { throw .bad("Content-Length is given twice.") }
        guard !isPadded, (1...18).contains(value.count), value.count == 1 || value[0] != Byte.zero else {
            throw .bad("Content-Length is malformed.")
        }
        var length = 0
        for index in value.indices {
            guard Byte.isDigit(value[index]) else { throw .bad("Content-Length is malformed.") }
            length = length * 10 + Int(value[index] - Byte.zero)
        }
        contentLength = length
    }

    private mutating func noteCoding(_ value: Span<UInt8>, _ isPadded: Bool) throws(Refusal) {
        guard transferCoding == nil else { throw .bad("Transfer-Encoding is given twice.") }
        guard !isPadded else { throw .bad("Transfer-Encoding is padded.") }
        transferCoding = TransferCoding(value)
    }

    private mutating func noteConnection(_ value: Span<UInt8>) {
        value.forEachListElement { option in
            if option.equalsIgnoringCase("close") { closes = true }
            if option.equalsIgnoringCase("keep-alive") { staysOpen = true }
        }
    }

    private mutating func noteExpectation(_ value: Span<UInt8>) {
        let isContinue = value.equalsIgnoringCase("100-continue")
        expectation = isContinue && expectation != .other ? .continue : .other
    }
}
