import Dispatch

/// Holds the application's threads where a test wants them: each caller of `pass` says that it has arrived and waits.
final class Gate: Sendable {
    private let arrived = DispatchSemaphore(value: 0)
    private let opened = DispatchSemaphore(value: 0)

    func pass() {
        arrived.signal()
        opened.wait()
    }

    /// Waits until that many callers stand at the gate; false when they do not come within ten seconds.
    func holds(_ count: Int) -> Bool {
        (0..<count).allSatisfy { _ in arrived.wait(timeout: .now() + 10) == .success }
    }

    func open(for count: Int) {
        for _ in 0..<count { opened.signal() }
    }
}
