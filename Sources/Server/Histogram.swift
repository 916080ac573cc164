/// How often a time fell between which bounds, in seconds.
public struct Histogram: Sendable, Equatable {
    /// The upper bounds, rising; the last count is of what lies above all of them.
    public let bounds: [Double]
    /// One more than bounds, each of its own range only.
    public internal(set) var counts: [Int]
    public internal(set) var sum: Double

    static func + (one: Histogram, other: Histogram) -> Histogram {
        Histogram(bounds: one.bounds, counts: zip(one.counts, other.counts).map(+), sum: one.sum + other.sum)
    }
}
