import Foundation
import HTTP

/// One client's connection: carries bytes between the socket and its `Conversation`, and does what that says.
///
/// Its queue reads, and looks at deadlines; the worker that has made an answer writes it at once, because a hop back to the
/// queue doubled the slowest answers of a busy server. Whoever comes in from either side takes the lock first.
final class Connection: @unchecked Sendable {  // because what changes is touched under its lock only
    let socket: Socket
    let peer: IPAddress
    /// What it says about the client is believed.
    let isBehindProxy: Bool
    let admission: Admission
    let home: EventQueue
    let watch: SocketWatch
    private let lock = NSLock()
    var conversation: Conversation
    var intake: Intake
    /// The request that is being answered, and its answer once there is one.
    var exchange: Exchange?
    var outgoing: Outgoing?
    private(set) var isClosed = false
    /// Where the event queue keeps it; the queue's own.
    var slot = 0

    init(_ socket: Socket, peer: IPAddress, admission: Admission, on home: EventQueue) {
        self.socket = socket
        self.peer = peer
        self.admission = admission
        self.home = home
        isBehindProxy = home.surroundings.proxies.contains(peer)
        let configuration = home.surroundings.configuration
        watch = SocketWatch(socket, on: home.poller)
        conversation = Conversation(limits: configuration.limits, at: Clock.seconds())
        intake = Intake(inMemory: configuration.limits.bodyInMemory, folder: configuration.temporaryFolder)
    }

    func begin() {
        // The watch keeps the connection alive until it is closed.
        alone {
            let isWatched = watch.begin { readiness in self.alone { self.use(readiness) } }
            if !isWatched { close() }
        }
    }

    /// Runs the body while nobody else is at work on this connection.
    func alone(_ body: () -> Void) { lock.withLock(body) }

    /// One connection too many: an answer without a request.
    func turnAway(_ reason: TurnAway) {
        alone {
            let refusal = Refusal(.serviceUnavailable, "")
            _ = conversation.refuse(refusal, at: Clock.seconds())
            beginExchange(head: nil)
            answer(home.surroundings.response(to: reason, closes: true))
        }
    }

    /// The server stops: what is idle closes, unless a request has just come in.
    func windDown() {
        alone {
            if conversation.isBetweenRequests { readable() }
            if conversation.isBetweenRequests { close() }
        }
    }

    /// Deadlines.
    func look(at now: Double, isCrowded: Bool) {
        alone {
            guard !isClosed else { return }
            // A reset while the answer was still being made has been told of before anything could be done about it.
            if outgoing != nil, socket.hasFailed { return close() }
            // A proxy's idle connections are few, and it may be about to send a form on one.
            let step = conversation.look(at: now, isCrowded: isCrowded && !isBehindProxy) { socket.unacknowledged }
            // The system would keep what this client does not read, and go on offering it, for minutes.
            if case .close = step, outgoing != nil { socket.dropUnsent() }
            perform(step)
        }
    }

    /// The server's time is over.
    func cutOff() {
        alone { close() }
    }

    func close() {
        guard !isClosed else { return }
        isClosed = true
        finish(sent: outgoing?.contentSent ?? 0, at: Clock.seconds())
        outgoing = nil
        watch.close { self.home.forget(self) }
    }

    /// Does what is to do until there is nothing left but to wait.
    func advance() {
        let application = home.surroundings.application
        var isMoving = true
        while isMoving, !isClosed {
            let step = conversation.next(at: Clock.seconds()) { application.bodyLimit(for: $0) }
            isMoving = perform(step)
        }
        // Unheard of it would wait until its deadline.
        if conversation.wantsInput, !watch.resumeReading() { close() }
    }

    private func use(_ readiness: Readiness) {
        guard !isClosed else { return }
        if readiness.isWritable, outgoing != nil { writable() }
        if readiness.isReadable, !isClosed { readable() }
        // Nobody would look at what is wrong now, and it would be told on and on.
        if readiness.isBroken, !conversation.wantsInput, outgoing == nil { watch.park() }
    }

    private func readable() {
        guard !isClosed else { return }
        // What comes while a request is being answered stays in the socket. Most clients send nothing then, so the source is
        // paused only when they do.
        guard conversation.wantsInput else { return watch.pauseReading() }
        // Once: where there is more it is told again, after the others on this queue.
        switch socket.read(into: home.buffer) {
        case .bytes(let count):
            conversation.received(UnsafeRawBufferPointer(rebasing: home.buffer[..<count]), at: Clock.seconds())
            advance()
        case .ended:
            conversation.inputEnded()
            advance()
        case .wouldBlock: break
        case .gone: close()
        }
    }

    /// False when there is nothing to do but wait.
    @discardableResult
    private func perform(_ step: Conversation.Step) -> Bool {
        switch step {
        case .wait: return false
        case .invite: invite()
        case .keep(let bytes): keep(bytes)
        case .handle(let head): handle(head)
        case .refuse(let refusal): refuse(refusal)
        case .close: close()
        }
        return true
    }
}
