/// A histogram of times that any thread adds to without a lock.
final class Stopwatch: Sendable {
    /// From a static file to a client that waits in vain, in microseconds.
    private static let bounds = [
        250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000, 10_000_000,
    ]

    private let counts = Counters(bounds.count + 1)
    private let sum = Counters(1)

    func add(microseconds: Int) {
        counts.add(at: Self.bounds.firstIndex { microseconds <= $0 } ?? Self.bounds.count)
        sum.add(microseconds, at: 0)
    }

    var histogram: Histogram {
        Histogram(
            bounds: Self.bounds.map { Double($0) / 1e6 }, counts: (0..<counts.count).map { counts[$0] }, sum: Double(sum[0]) / 1e6
        )
    }
}
