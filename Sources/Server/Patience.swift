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
    /// Of `body`: bytes that came since `since`. Of `write`: bytes handed to the socket since then.
    private var amount = 0
    /// Of `write`: bytes that the client had not acknowledged at `since`; unknown before the first look.
    private var outstanding: Int?

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
    mutating func sent(_ bytes: Int) {
        if wait == .write { amount += bytes }
    }

    /// Looked at every tick. `unacknowledged` is asked only where it matters, since it costs a system call.
    mutating func hasEnded(at now: Double, limits: Limits, isCrowded: Bool, unacknowledged: () -> Int) -> Bool {
        let elapsed = now - since
        switch wait {
        case .idle: return elapsed >= (isCrowded ? min(limits.crowdedIdleSeconds, limits.idleSeconds) : limits.idleSeconds)
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
            // Judged by what the client's system acknowledges: our own takes megabytes that nobody has read yet.
            if let outstanding, elapsed >= limits.readWindowSeconds {
                let left = unacknowledged()
                let isTooSlow = Double(outstanding + amount - left) < Double(limits.lowestReadRate) * elapsed
                beginReadWindow(at: now, outstanding: left)
                return isTooSlow
            }
            if outstanding == nil { beginReadWindow(at: now, outstanding: unacknowledged()) }
            return false
        }
    }

    private mutating func beginReadWindow(at now: Double, outstanding: Int) {
        since = now
        amount = 0
        self.outstanding = outstanding
    }
}
