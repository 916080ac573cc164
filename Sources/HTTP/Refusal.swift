/// Why a request gets no page: the status to answer with and a short sentence that is fit for the public.
public struct Refusal: Error, Sendable, Equatable {
    public var status: Status
    public var reason: String
    /// True when the connection must end after the answer, because where the next request begins is in doubt.
    public var closes: Bool
    /// The methods a 405 has to name (RFC 9110 §15.5.6).
    public var allowed: [Method]

    public init(_ status: Status, _ reason: String, closes: Bool = true, allowed: [Method] = []) {
        self.status = status
        self.reason = reason
        self.closes = closes
        self.allowed = allowed
    }

    static func bad(_ reason: String) -> Refusal { Refusal(.badRequest, reason) }

    /// The plain answer, for a server that has no page for it.
    public var response: Response {
        var response = Response.text("\(status.code) \(status.reason)\n\(reason)\n", status: status)
        if status == .methodNotAllowed { response.headers["Allow"] = allowed.map(\.name).joined(separator: ", ") }
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response
    }
}
