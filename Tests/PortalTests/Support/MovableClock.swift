import Permitting
import Synchronization

/// The office's clock, which stands still until a test moves it.
final class MovableClock: Sendable {
    /// Friday, Nov 20, 2026, ten in the morning in Idaho's north; Thursday and Friday after it are holidays.
    static let opening = Instant(20_777 * 86_400 + 18 * 3_600)

    private let time = Mutex(opening)

    var now: Instant { time.withLock { $0 } }

    func advance(minutes: Int) { time.withLock { $0 = $0.adding(minutes: minutes) } }
    func set(_ instant: Instant) { time.withLock { $0 = instant } }
}
