/// Room for what epoll tells with one call: an event's bits and the pointer that was given with its socket.
final class EventRoom {
    static let capacity = 128
    // The system's struct has no padding on x86-64, and some on every other machine (epoll_ctl(2)).
    #if arch(x86_64)
        static let stride = 12
        static let contextOffset = 4
    #else
        static let stride = 16
        static let contextOffset = 8
    #endif

    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: capacity * stride, alignment: 8)

    deinit { bytes.deallocate() }

    subscript(index: Int) -> (events: UInt32, context: UnsafeMutableRawPointer?) {
        let start = index * Self.stride
        let context = bytes.loadUnaligned(fromByteOffset: start + Self.contextOffset, as: UInt64.self)
        return (
            bytes.loadUnaligned(fromByteOffset: start, as: UInt32.self), UnsafeMutableRawPointer(bitPattern: UInt(context))
        )
    }
}
