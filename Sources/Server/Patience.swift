/// How long a connection may take for what it is doing, as a value: the clock and the amounts come in, a verdict comes out.
struct Patience {
    enum Wait: Equatable {
        /// Between two requests.
        case idle
        /// From the first byte of a request, or the start of a connection.
        case head
        case body
        /// For the application: its time is not the client's fault.
        case answer
        /// For the client to take the answer.
        case write
        /// For the client to close after the last answer.
        case linger
    }

    private(set) var wait: Wait
    private var since: Double
    /// Of `body`: bytes since `since`. Of `write`: bytes that the client had not acknowledged at the last look.
    private var amount = 0

    init(_ wait: Wait, at now: Double) {
        self.wait = wait
        since = now
    }

    mutating func change(to wait: Wait, at now: Double) {
        self = Patience(wait, at: now)
    }

    mutating func arrived(_ bytes: Int) {
        if wait == .body { amount += bytes }
    }

    /// More of the answer was handed to the socket.
    mutating func sent(at now: Double) {
        if wait == .write { since = now }
    }

    /// Looked at every tick. `unacknowledged` is asked only where it matters, since it costs a system call.
    mutating func hasEnded(at now: Double, limits: Limits, unacknowledged: () -> Int) -> Bool {
        let elapsed = now - since
        switch wait {
        case .idle: return elapsed >= limits.idleSeconds
        case .head: return elapsed >= limits.headerSeconds
        case .answer: return false
        case .linger: return elapsed >= limits.lingerSeconds
        case .body:
            guard elapsed >= limits.bodyWindowSeconds else { return false }
            // Judged window by window: a fast start buys no long pause later.
            let isTooSlow = Double(amount) < Double(limits.lowestBodyRate) * elapsed
            since = now
            amount = 0
            return isTooSlow
        case .write:
            // The socket takes more only in lumps of up to megabytes; acknowledgements show a slow reader between them.
            let left = unacknowledged()
            defer { amount = left }
            if left < amount { since = now }
            return now - since >= limits.writeStallSeconds
        }
    }
}
