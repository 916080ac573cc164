import HTTP

/// What the server serves. Everything but `makeWorker` is called on a connection's queue and must return at once.
public protocol Application: Sendable {
    /// The longest body in bytes that this request may carry; more is 413.
    func bodyLimit(for head: RequestHead) -> Int

    /// An answer that needs neither the database nor a wait: a static file, `/healthz`. Nil sends the request to a worker.
    func quick(_ request: Request) -> Response?

    /// The lane in which a request waits for its worker.
    func lane(for request: Request) -> Lane

    /// Called once on each worker's thread while the server starts; an error stops the start.
    func makeWorker() throws -> any Worker
}
