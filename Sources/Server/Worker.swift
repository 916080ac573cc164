import HTTP

/// What answers requests on one thread. It is made on that thread and never leaves it, so it may own what cannot be
/// shared: a database connection, prepared statements, buffers.
public protocol Worker {
    /// The answer. Faults are already pages here, so this does not throw.
    func respond(to request: Request) -> Response

    /// A page for a request whose content was not taken, because it is too large (413) or there is no room for it (507).
    /// The request has none.
    func respond(to request: Request, refused refusal: Refusal) -> Response
}

extension Worker {
    public func respond(to request: Request, refused refusal: Refusal) -> Response { refusal.response }
}
