import Glibc

/// The system's epoll(7), which Swift's Glibc module leaves out: found by name in the C library, once.
struct Epoll: Sendable {
    enum Operation: Int32 {
        case add = 1
        case remove = 2
        case change = 3
    }

    static let readable: UInt32 = 0x001
    static let writable: UInt32 = 0x004
    /// An error, or the end of both directions: told whether asked for or not.
    static let broken: UInt32 = 0x008 | 0x010

    private typealias Create = @convention(c) @Sendable (Int32) -> Int32
    private typealias Control = @convention(c) @Sendable (Int32, Int32, Int32, UnsafeMutableRawPointer?) -> Int32
    private typealias Wait = @convention(c) @Sendable (Int32, UnsafeMutableRawPointer?, Int32, Int32) -> Int32

    let descriptor: Int32
    private let controlling: Control
    private let waiting: Wait

    init() throws(ServerError) {
        guard let create = dlsym(nil, "epoll_create1"), let control = dlsym(nil, "epoll_ctl"), let wait = dlsym(nil, "epoll_wait")
        else { throw .system(call: "epoll", code: ENOSYS) }
        controlling = unsafeBitCast(control, to: Control.self)
        waiting = unsafeBitCast(wait, to: Wait.self)
        descriptor = unsafeBitCast(create, to: Create.self)(O_CLOEXEC)
        guard descriptor >= 0 else { throw .last("epoll_create1") }
    }

    /// False where the system has no room for one more.
    func control(_ operation: Operation, _ socket: Socket, events: UInt32, context: UnsafeMutableRawPointer?) -> Bool {
        withUnsafeTemporaryAllocation(byteCount: EventRoom.stride, alignment: 8) { event in
            event.storeBytes(of: events, as: UInt32.self)
            event.storeBytes(of: UInt64(UInt(bitPattern: context)), toByteOffset: EventRoom.contextOffset, as: UInt64.self)
            return controlling(descriptor, operation.rawValue, socket.descriptor, event.baseAddress) == 0
        }
    }

    /// How many sockets there is something to tell of now; does not wait for more.
    func wait(into room: EventRoom) -> Int {
        max(0, Int(waiting(descriptor, room.bytes.baseAddress, Int32(EventRoom.capacity), 0)))
    }
}
