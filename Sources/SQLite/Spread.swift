/// How often a value fell between which bounds.
public struct Spread: Sendable, Equatable {
    /// The upper bounds, rising; the last count is of what lies above all of them.
    public let bounds: [Double]
    /// One more than bounds, each of its own range only.
    public private(set) var counts: [Int]
    public private(set) var sum = 0.0

    init(_ bounds: [Double]) {
        self.bounds = bounds
        counts = Array(repeating: 0, count: bounds.count + 1)
    }

    mutating func add(_ value: Double) {
        counts[bounds.firstIndex { value <= $0 } ?? bounds.count] += 1
        sum += value
    }
}
