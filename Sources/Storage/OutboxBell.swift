import Dispatch
import Synchronization

/// Tells whoever sends mail that there is some, once it is on disk.
public final class OutboxBell: Sendable {
    private let hasRung = Mutex(false)
    private let rings = DispatchSemaphore(value: 0)

    /// Somebody who waited now would not have to.
    var isRinging: Bool { hasRung.withLock { $0 } }

    public func ring() {
        let isNew = hasRung.withLock { rung in
            defer { rung = true }
            return !rung
        }
        if isNew { rings.signal() }
    }

    /// Until it rings, or has rung since the last wait, or so many seconds are over.
    public func wait(seconds: Int) {
        guard rings.wait(timeout: .now() + .seconds(seconds)) == .success else { return }
        hasRung.withLock { $0 = false }
    }
}
