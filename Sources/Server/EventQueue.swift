import Dispatch
import HTTP

/// A serial queue with the connections that are pinned to it, and what they share: one timer, one buffer, one date.
final class EventQueue: @unchecked Sendable {  // because what changes is touched on its queue only
    let queue: DispatchQueue
    let surroundings: Surroundings
    /// For reading: in use within one event only.
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 * 1024, alignment: 16)
    private(set) var isStopping = false
    private var connections: [Connection] = []
    private var timer: (any DispatchSourceTimer)?
    private var date = ""
    private var dateSecond = 0

    init(_ surroundings: Surroundings, number: Int) {
        self.surroundings = surroundings
        queue = DispatchQueue(label: "connections-\(number)")
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

    /// Takes a connection over. One too many is told so instead of being served.
    func welcome(_ socket: Socket, _ peer: IPAddress, _ admission: Admission) {
        queue.async {
            let connection = Connection(socket, peer: peer, admission: admission, on: self)
            connection.slot = self.connections.count
            self.connections.append(connection)
            connection.begin()
            if admission == .turnedAway { connection.turnAway() }
            // It may have come in while the server was stopping already.
            if self.isStopping { connection.windDown() }
        }
    }

    /// The connection's descriptor is closed.
    func forget(_ connection: Connection) {
        connections.swapAt(connection.slot, connections.count - 1)
        connections[connection.slot].slot = connection.slot
        connections.removeLast()
        surroundings.leave(connection.admission)
    }

    /// Closes what is idle; what is in flight is answered and then closed.
    func windDown() {
        queue.async {
            self.isStopping = true
            for connection in self.connections { connection.windDown() }
        }
    }

    func closeAll() {
        queue.async {
            for connection in self.connections { connection.close() }
        }
    }

    /// Ends the timer, and with it the last reference to this queue.
    func stop() {
        queue.sync { timer?.cancel() }
    }

    /// The Date field's value, formatted once a second.
    func currentDate() -> String {
        let second = Int(Clock.microsecondsSince1970() / 1_000_000)
        if second != dateSecond {
            date = HTTPDate.format(secondsSince1970: second)
            dateSecond = second
        }
        return date
    }

    private func tick() {
        let now = Clock.seconds()
        for connection in connections { connection.look(at: now) }
    }
}
