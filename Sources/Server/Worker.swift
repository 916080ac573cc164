import HTTP

/// What answers requests on one thread. It is made on that thread and never leaves it, so it may own what cannot be
/// shared: a database connection, prepared statements, buffers.
public protocol Worker {
    /// The answer. Faults are already pages here, so this does not throw.
    func respond(to request: Request) -> Response
}
