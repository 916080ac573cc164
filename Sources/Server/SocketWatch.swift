/// Tells when a socket can be read or written, for as long as somebody wants to know, and closes it. Used by one thread at a
/// time; what it tells, it tells on the poller's queue, and may tell once more after it was closed.
final class SocketWatch {
    private let socket: Socket
    private let poller: Poller
    private var whenReady: (Readiness) -> Void = { _ in }
    private var events: UInt32 = 0
    /// Whether the system has it on its list.
    private var isListed = false
    private var isClosed = false

    /// Nothing is told before `begin`.
    init(_ socket: Socket, on poller: Poller) {
        self.socket = socket
        self.poller = poller
    }

    /// Called once; reading is wanted from now on. The handler is kept until `close`, and with it whatever it holds. False where
    /// the system has no room for one more.
    func begin(whenReady: @escaping (Readiness) -> Void) -> Bool {
        self.whenReady = whenReady
        // Taken back when it is closed: the system's list keeps nothing alive.
        _ = Unmanaged.passRetained(self)
        return want(Epoll.readable)
    }

    /// False as for `begin`: nothing will be told then.
    func resumeReading() -> Bool { want(events | Epoll.readable) }
    func pauseReading() { _ = want(events & ~Epoll.readable) }

    /// Tells when the socket takes more, again and again until `pauseWriting`. False as for `begin`.
    func resumeWriting() -> Bool { want(events | Epoll.writable) }
    func pauseWriting() { _ = want(events & ~Epoll.writable) }

    /// Of a broken socket that nobody can use now: it is not told of again until somebody wants something of it.
    func park() {
        guard isListed, !isClosed else { return }
        _ = poller.control(.remove, socket, events: 0, watch: self)
        isListed = false
        events = 0
    }

    /// Closes the descriptor, and tells so later, on the queue.
    func close(then closed: @escaping @Sendable () -> Void) {
        guard !isClosed else { return }
        park()
        isClosed = true
        socket.close()
        // Not now: an event of this socket may have been taken from the list already.
        let watch = Unmanaged.passUnretained(self)
        let ending = Ending(watch)
        poller.queue.async {
            ending.end()
            closed()
        }
    }

    func tell(_ readiness: Readiness) { whenReady(readiness) }

    private func want(_ wanted: UInt32) -> Bool {
        guard !isClosed, wanted != events else { return true }
        guard poller.control(isListed ? .change : .add, socket, events: wanted, watch: self) else { return false }
        events = wanted
        isListed = true
        return true
    }

    private func end() { whenReady = { _ in } }

    /// Carries a closed watch to its queue, where its last reference is given up.
    private struct Ending: @unchecked Sendable {  // because a closed watch is touched on its queue only
        private let watch: Unmanaged<SocketWatch>
        init(_ watch: Unmanaged<SocketWatch>) { self.watch = watch }

        func end() {
            watch.takeUnretainedValue().end()
            watch.release()
        }
    }
}
