import Dispatch

/// Takes clients from one listening socket and hands them on. When the process is out of descriptors it pauses: the clients
/// wait in the system's backlog, and the armed source does not burn a core meanwhile.
final class Listener: @unchecked Sendable {  // because what changes is touched on its queue only
    private let socket: Socket
    private let queue: DispatchQueue
    private let poller: Poller
    private let watch: SocketWatch
    private let welcome: (Socket, IPAddress) -> Void
    private var isStopped = false

    /// Clients taken in one turn, so that a flood of them leaves room for `stop`.
    private static let clientsPerTurn = 64
    private static let pauseMilliseconds = 50

    init(_ socket: Socket, welcome: @escaping @Sendable (Socket, IPAddress) -> Void) throws(ServerError) {
        self.socket = socket
        self.welcome = welcome
        queue = DispatchQueue(label: "listener")
        poller = try Poller(on: queue)
        watch = SocketWatch(socket, on: poller)
        let isWatched = queue.sync { watch.begin { _ in self.takeClients() } }
        guard isWatched else {
            let error = ServerError.last("epoll_ctl")
            poller.stop()
            throw error
        }
    }

    /// Takes whoever is waiting already, then closes; returns when the port is free.
    func stop() {
        let closed = DispatchSemaphore(value: 0)
        queue.async {
            self.takeClients()
            self.isStopped = true
            self.watch.close { closed.signal() }
        }
        closed.wait()
        poller.stop()
    }

    private func takeClients() {
        guard !isStopped else { return }
        for _ in 0..<Self.clientsPerTurn {
            switch socket.accept() {
            case .client(let client, let address): welcome(client, address)
            case .none: return
            case .exhausted: return pause()
            }
        }
    }

    private func pause() {
        watch.pauseReading()
        queue.asyncAfter(deadline: .now() + .milliseconds(Self.pauseMilliseconds)) {
            if !self.watch.resumeReading() { self.pause() }
        }
    }
}
