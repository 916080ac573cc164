import Dispatch
import Glibc

/// Tells a serial queue which of its sockets can be read or written. One Dispatch source watches the system's own list of them,
/// and one call takes what happened to many: a source for each socket costs six system calls a request, more than the answer to
/// a small one.
final class Poller: @unchecked Sendable {  // because nothing changes after `init` but what is touched on the queue only
    let queue: DispatchQueue
    private let epoll: Epoll
    private let source: any DispatchSourceRead
    private let room = EventRoom()

    /// How often it looks for more before others on the queue have their turn.
    private static let looks = 16

    /// Ends with `stop`, and only so.
    init(on queue: DispatchQueue) throws(ServerError) {
        let epoll = try Epoll()
        self.queue = queue
        self.epoll = epoll
        source = DispatchSource.makeReadSource(fileDescriptor: epoll.descriptor, queue: queue)
        source.setEventHandler { self.tell() }
        source.setCancelHandler { _ = close(epoll.descriptor) }
        source.resume()
    }

    /// After the last watch has closed.
    func stop() { source.cancel() }

    func control(_ operation: Epoll.Operation, _ socket: Socket, events: UInt32, watch: SocketWatch) -> Bool {
        epoll.control(operation, socket, events: events, context: Unmanaged.passUnretained(watch).toOpaque())
    }

    private func tell() {
        for _ in 0..<Self.looks {
            let count = epoll.wait(into: room)
            for index in 0..<count {
                let (events, context) = room[index]
                guard let context else { continue }
                // A watch that was closed meanwhile lives until a later turn of this queue, and tells nothing any more.
                Unmanaged<SocketWatch>.fromOpaque(context).takeUnretainedValue().tell(Readiness(events))
            }
            if count == 0 { return }
        }
    }
}
