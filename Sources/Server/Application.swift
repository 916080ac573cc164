import HTTP

/// What the server serves. Everything but `makeWorker` is called on a connection's queue and must return at once.
public protocol Application: Sendable {
    /// Requests are counted under so many routes.
    var routeCount: Int { get }

    /// The longest body in bytes that this request may carry; more is 413.
    func bodyLimit(for head: RequestHead) -> Int

    /// Where the request waits, and which route it is counted under.
    func destination(of head: RequestHead) -> Destination

    /// An answer that needs neither the database nor a wait: a static file, `/healthz`, or the server's own figures, which are
    /// gathered when they are asked for. Nil sends the request to a worker.
    func quick(_ request: Request, figures: () -> ServerFigures) -> Response?

    /// Called once on each worker's thread while the server starts; an error stops the start.
    func makeWorker() throws -> any Worker
}
