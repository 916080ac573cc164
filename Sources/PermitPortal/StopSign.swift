import Synchronization

/// Says to another thread that the program ends.
final class StopSign: Sendable {
    private let sign = Atomic(false)

    var isUp: Bool { sign.load(ordering: .acquiring) }
    func raise() { sign.store(true, ordering: .releasing) }
}
