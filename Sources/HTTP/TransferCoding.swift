/// What a Transfer-Encoding field says about where the message ends (RFC 9112 §6.1, §7).
enum TransferCoding {
    /// `chunked` alone, the only coding undone here.
    case chunked
    /// The end could be found, the content not be read: 501.
    case unknownThenChunked
    /// All else: not chunked at the end, chunked twice, parameters, empty elements. The end is anybody's guess: 400.
    case unframed

    init(_ value: Span<UInt8>) {
        if value.equalsIgnoringCase("chunked") {
            self = .chunked
            return
        }
        var isWellFormed = true
        var codings = 0
        var chunkedAt: [Int] = []
        value.forEachListElement { coding in
            codings += 1
            if coding.equalsIgnoringCase("chunked") { chunkedAt.append(codings) }
            isWellFormed = isWellFormed && coding.isToken
        }
        self = isWellFormed && chunkedAt == [codings] && codings > 1 ? .unknownThenChunked : .unframed
    }
}
