import Permitting

/// Who tried how often, each key a bucket: so many at once, and one more each so often. A bucket is kept as the one moment when it
/// will be full again, so that a key costs a few bytes, and only as long as it is not full.
struct AttemptTable<Key: Hashable & Sendable>: Sendable {
    let burst: Int
    /// Until one more is free.
    let milliseconds: Int
    let capacity: Int
    private var fullAt: [Key: Int] = [:]
    /// Where the table itself is full, all newcomers share one bucket: memory ends, the limit does not.
    private var sharedFullAt = 0

    init(burst: Int, milliseconds: Int, capacity: Int) {
        self.burst = burst
        self.milliseconds = milliseconds
        self.capacity = capacity
    }

    var count: Int { fullAt.count }

    /// How many seconds to wait, at least one; nil where there is room for one, which is then taken.
    mutating func take(_ key: Key, at now: Instant) -> Int? {
        let time = now.seconds * 1_000
        if fullAt[key] == nil && fullAt.count >= capacity { fullAt = fullAt.filter { $0.value > time } }
        let isKnown = fullAt[key] != nil || fullAt.count < capacity
        let full = max(time, isKnown ? fullAt[key] ?? 0 : sharedFullAt) + milliseconds
        let excess = full - time - burst * milliseconds
        guard excess <= 0 else { return (excess + 999) / 1_000 }
        if isKnown { fullAt[key] = full } else { sharedFullAt = full }
        return nil
    }

    /// What was taken was no wrong attempt.
    mutating func giveBack(_ key: Key, at now: Instant) {
        guard let full = fullAt[key] else { return }
        let left = full - milliseconds
        fullAt[key] = left > now.seconds * 1_000 ? left : nil
    }
}
