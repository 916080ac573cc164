import Dispatch
import HTTP
import Synchronization

/// The server: sockets in, an `Application`'s answers out, and the only place with sockets and Dispatch sources.
///
/// Each connection is pinned to one of a few event queues, where it is read, parsed and written without ever blocking.
/// Whole requests go to the application: `quick` answers at once, everything else waits in a bounded lane for a worker, and
/// each worker has a thread of its own. One request of a connection is in flight at a time, so answers keep their order.
/// Every bound is in `Limits`; over each one the client is told (408, 413, 429, 431, 503 …), never left in silence.
public final class HTTPServer: Sendable {
    private enum State {
        case new
        case running([Listener], [EventQueue])
        case stopped
    }

    private let surroundings: Surroundings
    private let state = Mutex(State.new)
    private let nextQueue = Atomic<Int>(0)

    /// - Parameter log: called for every answer, on a connection's queue; must not block. `AccessLog.write` does not.
    public init(
        application: some Application, configuration: ServerConfiguration, log: @escaping @Sendable (AccessLine) -> Void
    ) {
        surroundings = Surroundings(application: application, configuration: configuration, log: log)
    }

    /// Makes the workers, binds, and serves. Returns the port.
    ///
    /// Throws `ServerError`, or what `makeWorker` threw; then nothing is left running.
    public func start() throws -> UInt16 {
        try state.withLock { state in
            guard case .new = state else { throw ServerError.alreadyStarted }
            try surroundings.proxies.check()
            Signals.ignoreBrokenPipes()
            let configuration = surroundings.configuration
            let wanted = configuration.limits.connections + configuration.limits.turnedAway + 1_024
            let available = DescriptorLimit.raise(to: wanted)
            if available < wanted { surroundings.fit(intoDescriptors: available) }
            let sockets = try Socket.listening(host: configuration.host, port: configuration.port)
            let port = sockets[0].localPort
            let queues: [EventQueue]
            do {
                try surroundings.pool.start(surroundings.application, configuration: configuration)
                queues = try startQueues()
            } catch {
                for socket in sockets { socket.close() }
                surroundings.pool.stop(by: .distantFuture)
                throw error
            }
            state = .running(try startListening(sockets, queues), queues)
            return port
        }
    }

    private func startQueues() throws -> [EventQueue] {
        var queues: [EventQueue] = []
        do {
            for number in 1...surroundings.tallies.count { queues.append(try EventQueue(surroundings, number: number)) }
        } catch {
            for queue in queues { queue.stop() }
            throw error
        }
        for queue in queues { queue.start() }
        return queues
    }

    private func startListening(_ sockets: [Socket], _ queues: [EventQueue]) throws -> [Listener] {
        var listeners: [Listener] = []
        do {
            for socket in sockets {
                listeners.append(try Listener(socket) { [self] in welcome($0, $1, queues) })
            }
            return listeners
        } catch {
            for socket in sockets.dropFirst(listeners.count) { socket.close() }
            for listener in listeners { listener.stop() }
            end(queues, by: .now())
            throw error
        }
    }

    /// Takes no more connections, closes the idle ones, answers what is in flight with `Connection: close`, and returns when
    /// all that is done or the time is over, whatever is left being cut off then.
    public func stop(within seconds: Double) {
        let deadline = DispatchTime.now() + seconds
        let (listeners, queues): ([Listener], [EventQueue]) = state.withLock { state in
            guard case .running(let listeners, let queues) = state else { return ([], []) }
            state = .stopped
            return (listeners, queues)
        }
        guard !listeners.isEmpty else { return }
        for listener in listeners { listener.stop() }
        end(queues, by: deadline)
    }

    private func end(_ queues: [EventQueue], by deadline: DispatchTime) {
        // Before the first client can see that anything ends: workers answer meanwhile.
        surroundings.isStopping.store(true, ordering: .releasing)
        for queue in queues { queue.windDown() }
        if surroundings.open.wait(timeout: deadline) == .timedOut {
            for queue in queues { queue.closeAll() }
            surroundings.open.wait()
        }
        surroundings.pool.stop(by: deadline)
        for queue in queues { queue.stop() }
    }

    private func welcome(_ client: Socket, _ peer: IPAddress, _ queues: [EventQueue]) {
        let admission = surroundings.admit(peer)
        if case .refused(let reason) = admission { return refuse(client, peer, reason) }
        let turn = nextQueue.wrappingAdd(1, ordering: .relaxed).newValue
        queues[Int(UInt(bitPattern: turn) % UInt(queues.count))].welcome(client, peer, admission)
    }

    private func refuse(_ client: Socket, _ peer: IPAddress, _ reason: TurnAway) {
        let response = surroundings.response(to: reason, closes: true)
        let head = ResponseWriter.head(
            of: response, method: .get, version: .http11, keepsAlive: false,
            date: HTTPDate.format(secondsSince1970: Int(Clock.microsecondsSince1970() / 1_000_000)))
        // A new connection's buffer is empty, so it takes all; where it does not, the client has gone.
        var answer = Outgoing(head: head, content: Outgoing.Piece.opened(response.body) ?? [])
        _ = answer.write(to: client, most: surroundings.limits.writeTurn)
        client.endWriting()
        client.close()
        surroundings.leave(.refused(reason), peer)
    }
}
