import Dispatch
import HTTP
import Synchronization

/// A serial queue with the connections that are pinned to it, and what they share: one timer, one buffer, one date.
final class EventQueue: @unchecked Sendable {  // because what changes is touched on its queue only, or behind an atomic or a lock
    let queue: DispatchQueue
    let poller: Poller
    let surroundings: Surroundings
    let tally: Tally
    /// For reading: in use within one event only.
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 * 1024, alignment: 16)
    private var connections: [Connection] = []
    private var timer: (any DispatchSourceTimer)?
    private let date = Mutex((second: 0, text: ""))

    init(_ surroundings: Surroundings, number: Int) throws(ServerError) {
        self.surroundings = surroundings
        tally = surroundings.tallies[number - 1]
        queue = DispatchQueue(label: "connections-\(number)")
        poller = try Poller(on: queue)
    }

    deinit { buffer.deallocate() }

    /// Called once, before the first connection.
    func start() {
        let tick = surroundings.limits.tickSeconds
        let timer = DispatchSource.makeTimerSource(queue: queue)
        timer.schedule(deadline: .now() + tick, repeating: tick)
        timer.setEventHandler { self.tick() }
        timer.resume()
        self.timer = timer
    }

    var isStopping: Bool { surroundings.isStopping.load(ordering: .acquiring) }

    /// Takes a connection over. One too many is told so instead of being served.
    func welcome(_ socket: Socket, _ peer: IPAddress, _ admission: Admission) {
        queue.async {
            let connection = Connection(socket, peer: peer, admission: admission, on: self)
            connection.slot = self.connections.count
            self.connections.append(connection)
            connection.begin()
            if case .turnedAway(let reason) = admission { connection.turnAway(reason) }
            // It may have come in while the server was stopping already.
            if self.isStopping { connection.windDown() }
        }
    }

    /// The connection's descriptor is closed.
    func forget(_ connection: Connection) {
        connections.swapAt(connection.slot, connections.count - 1)
        connections[connection.slot].slot = connection.slot
        connections.removeLast()
        surroundings.leave(connection.admission, connection.peer)
    }

    /// Closes what is idle; what is in flight is answered and then closed.
    func windDown() {
        queue.async {
            for connection in self.connections { connection.windDown() }
        }
    }

    func closeAll() {
        queue.async {
            for connection in self.connections { connection.cutOff() }
        }
    }

    /// Ends timer and poller, and with them the last references to this queue.
    func stop() {
        queue.sync {
            timer?.cancel()
            poller.stop()
        }
    }

    /// The Date field's value, formatted once a second.
    func currentDate() -> String {
        let second = Int(Clock.microsecondsSince1970() / 1_000_000)
        return date.withLock { date in
            if second != date.second { date = (second, HTTPDate.format(secondsSince1970: second)) }
            return date.text
        }
    }

    private func tick() {
        let now = Clock.seconds()
        let isCrowded = surroundings.isCrowded
        for connection in connections { connection.look(at: now, isCrowded: isCrowded) }
    }
}
