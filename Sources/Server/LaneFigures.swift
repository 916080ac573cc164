/// How one lane's workers keep up.
public struct LaneFigures: Sendable, Equatable {
    public let lane: Lane
    public let waiting: Int
    /// As many may wait.
    public let capacity: Int
    public let workers: Int
    public let busyWorkers: Int
    /// Requests that found the lane full.
    public let refused: Int
    /// How long those waited that a worker took.
    public let waits: Histogram
}
