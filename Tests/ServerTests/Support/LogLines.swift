import Dispatch
import Server
import Synchronization

/// The access lines of a server, in order; waits for one that is still to come.
final class LogLines: Sendable {
    private let lines = Mutex<[AccessLine]>([])
    private let added = DispatchSemaphore(value: 0)

    func add(_ line: AccessLine) {
        lines.withLock { $0.append(line) }
        added.signal()
    }

    /// The next line; nil when none comes in ten seconds.
    func next() -> AccessLine? {
        guard added.wait(timeout: .now() + 10) == .success else { return nil }
        return lines.withLock { $0.removeFirst() }
    }
}
