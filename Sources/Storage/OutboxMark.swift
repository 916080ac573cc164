import Synchronization

/// Whether a write added mail. The writer sets it, and whoever asked for the write reads it when that is over.
final class OutboxMark: Sendable {
    private let mark = Mutex(false)

    var isSet: Bool { mark.withLock { $0 } }
    func set() { mark.withLock { $0 = true } }
}
