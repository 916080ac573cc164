import HTTP

/// What one connection is doing and what it has to do next: requests one after the other, each read whole before it is
/// handed over, answered before the next is read. A value without any I/O: bytes, ends and times come in, steps come out.
struct Conversation {
    enum Step {
        /// Nothing, until more bytes, the answer or the end of its writing arrive.
        case wait
        /// "100 Continue": the content is going to be accepted.
        case invite
        case keep(ArraySlice<UInt8>)
        case handle(RequestHead)
        case refuse(Refusal)
        case close
    }

    private enum Phase: Equatable {
        case head
        case body
        case answering
        case lingering
    }

    private let limits: Limits
    private var parser: RequestParser
    private var phase = Phase.head
    private(set) var patience: Patience
    /// The request that is being read or answered.
    private(set) var head: RequestHead?
    /// Known before the head is complete, where it can be.
    var method: Method? { head?.method ?? parser.method }
    private var isInvited = false
    private var inputHasEnded = false
    private var mustClose = false
    private var requests = 0
    private var lingered = 0

    init(limits: Limits, at now: Double) {
        self.limits = limits
        parser = RequestParser(limits: limits.forParser)
        patience = Patience(.head, at: now)
    }

    /// False while a request is being answered: what the client sends meanwhile stays in the socket, where it is bounded.
    var wantsInput: Bool { phase != .answering && !inputHasEnded }

    /// The last answer is out; what still comes is only taken away.
    var isLingering: Bool { phase == .lingering }

    /// Nothing of a request has come yet.
    var isBetweenRequests: Bool { phase == .head && parser.isIdle }

    mutating func received(_ bytes: UnsafeRawBufferPointer, at now: Double) {
        if phase == .lingering {
            lingered += bytes.count
            return
        }
        if patience.wait == .idle { patience.change(to: .head, at: now) }
        patience.arrived(bytes.count)
        parser.receive(bytes)
    }

    mutating func inputEnded() { inputHasEnded = true }

    mutating func next(at now: Double, bodyLimit: (RequestHead) -> Int) -> Step {
        switch phase {
        case .head, .body: read(at: now, bodyLimit: bodyLimit)
        case .answering: .wait
        case .lingering: inputHasEnded || lingered > limits.lingerBytes ? .close : .wait
        }
    }

    /// Ends the reading of whatever is being read, and with it the connection: nobody knows where the next request begins.
    mutating func refuse(_ refusal: Refusal, at now: Double) -> Step {
        phase = .answering
        mustClose = true
        patience.change(to: .answer, at: now)
        return .refuse(refusal)
    }

    /// The answer goes out now. Tells whether the connection stays open after it.
    mutating func beginsAnswer(at now: Double, isStopping: Bool) -> Bool {
        patience.change(to: .write, at: now)
        let nothingFollows = inputHasEnded && parser.pending == 0
        if isStopping || nothingFollows || requests >= limits.requestsPerConnection || head?.keepsAlive != true {
            mustClose = true
        }
        return !mustClose
    }

    mutating func sent(_ bytes: Int) { patience.sent(bytes) }

    /// The answer has been handed to the socket. Tells whether another request may follow.
    mutating func answered(at now: Double, isStopping: Bool) -> Bool {
        head = nil
        if isStopping { mustClose = true }
        if mustClose {
            phase = .lingering
            patience.change(to: .linger, at: now)
        } else {
            phase = .head
            patience.change(to: parser.isIdle ? .idle : .head, at: now)
        }
        return !mustClose
    }

    /// Looks whether the client has been waited for long enough; `.wait` when it has not.
    mutating func look(at now: Double, isCrowded: Bool, unacknowledged: () -> Int) -> Step {
        guard patience.hasEnded(at: now, limits: limits, isCrowded: isCrowded, unacknowledged: unacknowledged) else {
            return .wait
        }
        let isReadingRequest = patience.wait == .body || patience.wait == .head && !parser.isIdle
        guard isReadingRequest else { return .close }
        return refuse(Refusal(.requestTimeout, "The request took too long to arrive."), at: now)
    }

    private mutating func read(at now: Double, bodyLimit: (RequestHead) -> Int) -> Step {
        if phase == .head {
            switch parser.next() {
            case .head(let head): begin(head, limit: bodyLimit(head), at: now)
            case .refused(let refusal): return refuse(refusal, at: now)
            case .needsMore, .body, .end: return inputHasEnded ? .close : .wait
            }
        }
        switch parser.next() {
        case .body(let bytes):
            isInvited = true  // RFC 9110 §10.1.1: whoever sends already needs no invitation
            return .keep(bytes)
        case .end:
            return complete(at: now)
        case .refused(let refusal):
            return refuse(refusal, at: now)
        case .needsMore, .head:
            if inputHasEnded { return .close }
            guard head?.expectsContinue == true, !isInvited else { return .wait }
            isInvited = true
            return .invite
        }
    }

    private mutating func begin(_ head: RequestHead, limit: Int, at now: Double) {
        parser.limitBody(to: limit)
        self.head = head
        isInvited = false
        phase = .body
        patience.change(to: .body, at: now)
    }

    private mutating func complete(at now: Double) -> Step {
        guard let head else { return .close }
        phase = .answering
        requests += 1
        patience.change(to: .answer, at: now)
        return .handle(head)
    }
}

extension Limits {
    fileprivate var forParser: RequestLimits {
        var parser = RequestLimits()
        parser.requestLine = requestLine
        parser.headerSection = headerSection
        parser.headerCount = headerLines
        return parser
    }
}
