// HTTP: messages as values. What arrives as bytes becomes a `Request`, what a handler answers becomes bytes again;
// no socket, no clock, no knowledge of pages. `RequestParser` reads RFC 9110 and 9112 in one way only: where two
// readers could disagree about a message it is refused with a status and the connection ends. Bytes are judged as
// bytes and become strings afterwards. Everything here is a value, but for `BodyFile`, which owns a file.

/// Requests out of a connection's bytes, one after the other (RFC 9112). Feed it with `receive`, then call `next`
/// until it says `.needsMore`. Each request is a `.head`, any number of `.body` pieces and an `.end`; how the bytes
/// were cut into packets changes nothing but the pieces.
public struct RequestParser: Sendable {
    public enum Step: Sendable {
        /// Nothing to do before more bytes come.
        case needsMore
        case head(RequestHead)
        /// The next piece of the content, never empty.
        case body(ArraySlice<UInt8>)
        /// The request is complete. The next head may be here already; after a last request nothing more is read.
        case end
        /// Final: answer with this and close.
        case refused(Refusal)
    }

    private enum State {
        case head
        case body
        case finished
        case refused(Refusal)
    }

    private let limits: RequestLimits
    private(set) var buffer: [UInt8] = []
    /// Everything before it has been handed out.
    private var cursor = 0
    private var state = State.head
    private var head: HeadReader
    private var body = BodyReader(framing: .none, limits: RequestLimits())
    private var keepsAlive = true
    private var current: Method?

    public init(limits: RequestLimits = RequestLimits()) {
        self.limits = limits
        head = HeadReader(limits: limits)
    }

    /// Bytes received and not yet taken with `next`. A server that is busy with one request stops reading when
    /// enough of the following ones waits here; beyond `RequestLimits.pending` the connection is refused.
    public var pending: Int { buffer.count - cursor }

    /// Between two requests: nothing of the next one has come. So an idle connection is told from a slow one.
    public var isIdle: Bool {
        guard case .head = state else { return false }
        return pending == 0 && !head.hasBegun
    }

    /// What is asked by the request that is being read or was refused, as far as it is known: a refused HEAD has no
    /// content in its answer either (RFC 9110 §9.3.2).
    public var method: Method? { head.method ?? current }

    public mutating func receive(_ bytes: UnsafeRawBufferPointer) {
        guard prepare(for: bytes.count) else { return }
        buffer.append(contentsOf: bytes)
    }

    public mutating func receive(_ bytes: [UInt8]) {
        guard prepare(for: bytes.count) else { return }
        buffer.append(contentsOf: bytes)
    }

    public mutating func receive(_ bytes: ArraySlice<UInt8>) {
        guard prepare(for: bytes.count) else { return }
        buffer.append(contentsOf: bytes)
    }

    /// The most content the current request may have, by its route: call it after `.head`. A declared length beyond
    /// it is refused at the next step, before "100 Continue" would be due; chunks are refused when they pass it.
    public mutating func limitBody(to bytes: Int) {
        body.limit = bytes
    }

    public mutating func next() -> Step {
        do throws(Refusal) {
            switch state {
            case .head: return try nextHead()
            case .body: return try nextPiece()
            case .finished: return .needsMore
            case .refused(let refusal): return .refused(refusal)
            }
        } catch {
            stop(.refused(error))
            return .refused(error)
        }
    }

    private mutating func nextHead() throws(Refusal) -> Step {
        let bytes = buffer
        guard let next = try head.read(bytes.span, from: &cursor) else { return .needsMore }
        head = HeadReader(limits: limits)
        body = BodyReader(framing: next.framing, limits: limits)
        keepsAlive = next.keepsAlive
        current = next.method
        state = .body
        return .head(next)
    }

    private mutating func nextPiece() throws(Refusal) -> Step {
        let bytes = buffer
        switch try body.read(bytes.span, from: &cursor) {
        case .needsMore: return .needsMore
        case .piece(let range): return .body(bytes[range])
        case .end:
            current = nil
            // What follows a last request must not be read as another (RFC 9112 §9.6).
            if keepsAlive { state = .head } else { stop(.finished) }
            return .end
        }
    }

    private mutating func stop(_ last: State) {
        state = last
        buffer = []
        cursor = 0
    }

    /// False when nothing is read any more. Otherwise makes room, moving bytes seldom enough that each is moved once.
    private mutating func prepare(for count: Int) -> Bool {
        switch state {
        case .finished, .refused: return false
        case .head, .body: break
        }
        guard pending + count <= limits.pending else {
            stop(.refused(.bad("More was sent ahead than can be kept.")))
            return false
        }
        if cursor == buffer.count {
            // An idle connection does not keep an upload's room.
            buffer.removeAll(keepingCapacity: buffer.capacity <= 64 * 1024)
            cursor = 0
        } else if cursor > buffer.count / 2 {
            buffer.removeSubrange(..<cursor)
            cursor = 0
        }
        return true
    }
}
