import HTTP

/// What a parser said about some bytes, one line for each step; the pieces of a body are put together again, since
/// only they may depend on how the bytes were cut.
struct Transcript: Equatable, Sendable {
    var lines: [String] = []
    var reason = ""
    var keepsAlive = true
    var heads: [RequestHead] = []

    /// `limitBody` stands for the server, which sets it after each head.
    init(of pieces: [ArraySlice<UInt8>], limits: RequestLimits, limitBody: Int? = nil) {
        var parser = RequestParser(limits: limits)
        for piece in pieces {
            parser.receive(piece)
            while let step = parser.nextOrNil() {
                note(step)
                if case .head = step, let limitBody { parser.limitBody(to: limitBody) }
                if case .refused = step { return }
            }
        }
    }

    private mutating func note(_ step: RequestParser.Step) {
        switch step {
        case .needsMore: break
        case .head(let head):
            lines.append("\(head.method.name) \(head.target.path)" + Self.suffix(head.framing))
            keepsAlive = head.keepsAlive
            heads.append(head)
        case .body(let piece):
            if lines.last?.hasPrefix("body ") != true { lines.append("body ") }
            lines[lines.count - 1] += String(decoding: piece, as: UTF8.self)
        case .end: lines.append("end")
        case .refused(let refusal):
            // What the parser refuses leaves in doubt where the next request begins.
            lines.append("\(refusal.status.code)" + (refusal.closes ? "" : " and goes on"))
            reason = refusal.reason
        }
    }

    private static func suffix(_ framing: RequestHead.Framing) -> String {
        switch framing {
        case .none: ""
        case .length(let length): " length \(length)"
        case .chunked: " chunked"
        }
    }

    static func == (one: Transcript, other: Transcript) -> Bool {
        one.lines == other.lines && one.reason == other.reason
    }
}

extension RequestParser {
    /// Nil for `.needsMore`.
    mutating func nextOrNil() -> Step? {
        let step = next()
        if case .needsMore = step { return nil }
        return step
    }
}
