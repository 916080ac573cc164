import Synchronization

/// Counts how one lane's workers keep up.
final class LaneMeter: Sendable {
    private let busy = Atomic<Int>(0)
    private let refusals = Atomic<Int>(0)
    private let waits = Stopwatch()

    func refused() { refusals.wrappingAdd(1, ordering: .relaxed) }

    func began(waited seconds: Double) {
        waits.add(microseconds: Int(seconds * 1e6))
        busy.wrappingAdd(1, ordering: .relaxed)
    }

    func ended() { busy.wrappingSubtract(1, ordering: .relaxed) }

    func figures(of lane: Lane, waiting: Int, capacity: Int, workers: Int) -> LaneFigures {
        LaneFigures(
            lane: lane, waiting: waiting, capacity: capacity, workers: workers, busyWorkers: busy.load(ordering: .relaxed),
            refused: refusals.load(ordering: .relaxed), waits: waits.histogram)
    }
}
