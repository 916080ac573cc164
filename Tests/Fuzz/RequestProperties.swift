import HTTP

/// Requests are read the same however they are cut; what is read hides nothing and, written down again, is read again as
/// the same.
enum RequestProperties {
    private enum Event: Equatable {
        case head([UInt8])
        case body([UInt8])
        case end
        case refused(Refusal)
    }

    private static let statuses: Set<Status> = [
        .badRequest, .methodNotAllowed, .lengthRequired, .contentTooLarge, .uriTooLong, .expectationFailed,
        .headerFieldsTooLarge, .notImplemented, .httpVersionNotSupported,
    ]

    static func check(_ input: [UInt8]) {
        let cutting = Cutting(input)
        let limits = limits(cutting.choice)
        let whole = read(cutting.whole, limits)
        hold(read(cutting.split, limits) == whole, "a request cut in two is read differently")
        hold(read(cutting.single, limits) == whole, "a request read byte by byte is read differently")
    }

    /// Small ones for every other input, so that they are met.
    private static func limits(_ choice: Int) -> RequestLimits {
        var limits = RequestLimits()
        guard choice % 2 == 1 else { return limits }
        limits.requestLine = 16 + choice / 2
        limits.headerSection = 24 + choice
        limits.headerCount = 1 + choice % 5
        limits.body = choice % 32
        limits.chunkLine = 4 + choice % 16
        limits.chunkExtensions = choice % 16
        limits.trailerSection = 8 + choice % 32
        limits.trailerCount = choice % 3
        limits.queryFields = choice % 4
        return limits
    }

    private static func read(_ pieces: [ArraySlice<UInt8>], _ limits: RequestLimits) -> [Event] {
        var parser = RequestParser(limits: limits)
        var events: [Event] = []
        for piece in pieces {
            parser.receive(piece)
            var isMoving = true
            while isMoving { isMoving = take(parser.next(), into: &events, limits) }
        }
        return events
    }

    /// False when there is nothing more before other bytes come.
    private static func take(_ step: RequestParser.Step, into events: inout [Event], _ limits: RequestLimits) -> Bool {
        switch step {
        case .needsMore: return false
        case .head(let head):
            check(head)
            events.append(.head(written(head)))
        case .body(let piece):
            hold(!piece.isEmpty, "an empty piece of content")
            if case .body(let before) = events.last {
                events[events.count - 1] = .body(before + piece)
            } else {
                events.append(.body(Array(piece)))
            }
            if case .body(let all) = events.last { hold(all.count <= limits.body, "more content than the limit") }
        case .end: events.append(.end)
        case .refused(let refusal):
            hold(refusal.closes && statuses.contains(refusal.status), "a refusal with \(refusal.status)")
            if events.last != .refused(refusal) { events.append(.refused(refusal)) }
            return false
        }
        return true
    }

    private static func check(_ head: RequestHead) {
        let path = head.target.path
        hold(path == "*" && head.method == .options || path.utf8.first == UInt8(ascii: "/"), "the path \(path.debugDescription)")
        for segment in head.target.segments {
            hold(segment != "." && segment != "..", "a dot segment")
            hold(!segment.utf8.contains { $0 < 0x20 || $0 == 0x7F || "/\\".utf8.contains($0) }, "a segment that hides a byte")
        }
        hold(head.target.raw.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "a raw target with a byte that no address has")
        for field in head.headers.fields {
            hold(!field.value.utf8.contains { $0 < 0x20 && $0 != 9 || $0 == 0x7F }, "a control in a field")
        }
        hold(head.headers.values(of: "Host").count == (head.host.isEmpty ? 0 : 1), "several hosts")
        hold(head.headers.values(of: "Content-Length").isEmpty || head.headers["Transfer-Encoding"] == nil, "two framings")
        let again = written(head)
        var parser = RequestParser()
        parser.receive(again)
        guard case .head(let reread) = parser.next() else {
            return hold(isBeyondDefaults(head), "a head written down is not read again")
        }
        hold(written(reread) == again && reread.framing == head.framing, "a head written down is read as another")
        hold(reread.keepsAlive == head.keepsAlive && reread.host == head.host, "a head written down is read as another")
    }

    /// Written down, a line may be a few bytes longer than it came, and so pass the limit it just met.
    private static func isBeyondDefaults(_ head: RequestHead) -> Bool {
        let limits = RequestLimits()
        let size = head.headers.fields.reduce(2) { $0 + $1.name.utf8.count + $1.value.utf8.count + 4 }
        return size > limits.headerSection || head.headers.fields.count > limits.headerCount
    }

    private static func written(_ head: RequestHead) -> [UInt8] {
        var text = "\(head.method.name) \(head.target.raw) \(head.version == .http10 ? "HTTP/1.0" : "HTTP/1.1")\r\n"
        for field in head.headers.fields { text += "\(field.name): \(field.value)\r\n" }
        return Array((text + "\r\n").utf8)
    }
}
