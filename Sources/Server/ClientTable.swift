import Synchronization

/// How much each client has at the moment. A client that has nothing is not in it, so it is bounded by what all of them may
/// have together: the connections that are served, and the requests that wait or are being answered.
final class ClientTable: Sendable {
    private let held = Mutex<[ClientClaim: Int]>([:])

    /// Whoever has something, counted once for each kind of thing.
    var count: Int { held.withLock { $0.count } }

    /// False when the client has so many already; then nothing is counted.
    func take(_ claim: ClientClaim, most: Int) -> Bool {
        held.withLock { held in
            let count = held[claim, default: 0]
            guard count < most else { return false }
            held[claim] = count + 1
            return true
        }
    }

    /// Once for each `take` that was true.
    func giveBack(_ claim: ClientClaim) {
        held.withLock { held in
            guard let count = held[claim] else { return }
            held[claim] = count > 1 ? count - 1 : nil
        }
    }
}
