import Dispatch
import Synchronization

/// Where one thread sleeps for what another will say. What was said last before `release` counts.
final class Answer<T: Sendable>: Sendable {
    private let outcome = Mutex<Result<T, any Error>?>(nil)
    private let released = DispatchSemaphore(value: 0)

    func say(_ result: Result<T, any Error>) {
        outcome.withLock { $0 = result }
    }

    func release() {
        released.signal()
    }

    func wait() throws -> T {
        released.wait()
        guard let outcome = outcome.withLock({ $0 }) else {
            throw DatabaseError(.misuse, "released without an answer")
        }
        return try outcome.get()
    }
}
