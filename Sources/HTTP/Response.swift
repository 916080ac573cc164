/// An answer: status, headers and content. Length, date and connection are the `ResponseWriter`'s to say.
public struct Response: Sendable {
    public var status: Status
    public var headers: Headers
    public var body: Content

    public init(_ status: Status = .ok, headers: Headers = Headers(), body: Content = .empty) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    public static func html(_ bytes: [UInt8], status: Status = .ok) -> Response {
        Response(status, headers: Headers([("Content-Type", "text/html; charset=utf-8")]), body: .bytes(bytes))
    }

    public static func text(_ text: String, status: Status = .ok) -> Response {
        Response(status, headers: Headers([("Content-Type", "text/plain; charset=utf-8")]), body: .bytes(Array(text.utf8)))
    }

    /// After a POST the browser shall GET the next page: 303 (RFC 9110 §15.4.4).
    public static func redirect(to location: String, status: Status = .seeOther) -> Response {
        Response(status, headers: Headers([("Location", location)]))
    }

    public mutating func set(_ cookie: SetCookie) {
        headers.add("Set-Cookie", cookie.headerValue)
    }
}
