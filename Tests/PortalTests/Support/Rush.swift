import Dispatch
import Foundation
import Synchronization
import Testing

/// Several threads that get ready each for itself and then act at one moment.
enum Rush {
    static func run<Ready, Found: Sendable>(
        _ count: Int, ready: @escaping @Sendable (Int) throws -> Ready, act: @escaping @Sendable (Ready) throws -> Found
    ) -> [Found] {
        let (arrived, start, done) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0), DispatchGroup())
        let collected = Collected<Found>()
        for index in 0..<count {
            done.enter()
            Thread.detachNewThread {
                defer { done.leave() }
                do {
                    // Those who cannot get ready must not keep the others waiting.
                    let prepared = Result { try ready(index) }
                    arrived.signal()
                    start.wait()
                    collected.add(try act(try prepared.get()))
                } catch {
                    collected.fail("\(error)")
                }
            }
        }
        for _ in 0..<count { arrived.wait() }
        for _ in 0..<count { start.signal() }
        done.wait()
        for failure in collected.failures { Issue.record("\(failure)") }
        return collected.found
    }

    private final class Collected<Found: Sendable>: Sendable {
        private let state = Mutex<(found: [Found], failures: [String])>(([], []))
        var found: [Found] { state.withLock { $0.found } }
        var failures: [String] { state.withLock { $0.failures } }
        func add(_ one: Found) { state.withLock { $0.found.append(one) } }
        func fail(_ text: String) { state.withLock { $0.failures.append(text) } }
    }
}
