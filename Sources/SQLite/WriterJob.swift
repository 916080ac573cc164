/// What the writer's thread sees of a waiting caller, whatever its result's type.
protocol WriterJob: AnyObject, Sendable {
    /// A bulk job has the connection to itself, without a transaction.
    var isBulk: Bool { get }

    /// When its caller began to wait.
    var asked: ContinuousClock.Instant { get }

    /// Runs the body and keeps its outcome; answers what it threw. May be called again: the last outcome counts.
    func perform(on connection: Connection) -> (any Error)?

    /// Makes an error the outcome, whatever the body said.
    func fail(_ error: any Error)

    /// Wakes the caller.
    func release()
}
