import Dispatch
import Synchronization

/// Where one thread leaves things for another, in order. How many lie here at most is for the callers to see to.
final class HandOver<Item: Sendable>: Sendable {
    private struct State {
        var items: [Item] = []
        var isClosed = false
    }

    private let state = Mutex(State())
    private let arrived = DispatchSemaphore(value: 0)

    func send(_ item: Item) {
        state.withLock { $0.items.append(item) }
        arrived.signal()
    }

    /// Sleeps until there is something; nil at once when closed, whatever may lie here still.
    func receive() -> Item? {
        arrived.wait()
        return state.withLock { state in
            guard !state.isClosed else {
                arrived.signal()  // for whoever asks next
                return nil
            }
            return state.items.isEmpty ? nil : state.items.removeFirst()
        }
    }

    func close() {
        state.withLock { $0.isClosed = true }
        arrived.signal()
    }
}
