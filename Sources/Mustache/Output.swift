/// The bytes of a page as they are written: the room it was given, and if that is too small, room of its own.
struct Output: ~Copyable {
    private(set) var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    var count = 0
    /// Whether what it was given was too small, so that `bytes` are elsewhere.
    private(set) var hasMoved = false

    init(_ room: UnsafeMutableBufferPointer<UInt8>) {
        capacity = room.count
        base = room.baseAddress ?? .allocate(capacity: 1)
        hasMoved = room.baseAddress == nil
    }

    deinit { if hasMoved { base.deallocate() } }

    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

    /// Room for this many more bytes; writing them is not checked again.
    @inline(__always) mutating func reserve(_ more: Int) {
        if capacity - count < more { grow(by: more) }
    }

    @inline(__always) mutating func append(_ bytes: UnsafePointer<UInt8>, _ number: Int) {
        reserve(number)
        (base + count).update(from: bytes, count: number)
        count += number
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        if let start = bytes.baseAddress { append(start, bytes.count) }
    }

    private mutating func grow(by more: Int) {
        capacity = max(capacity * 2, count + more, 1024)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: base, count: count)
        if hasMoved { base.deallocate() }
        base = larger
        hasMoved = true
    }
}
