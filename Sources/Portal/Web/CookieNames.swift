import HTTP

/// The portal's two cookies. Behind TLS they carry the `__Host-` prefix, which binds them to this very host (RFC 6265bis §4.1.3.2).
struct CookieNames: Sendable {
    let isSecure: Bool

    var session: String { isSecure ? "__Host-session" : "session" }
    var visitor: String { isSecure ? "__Host-visitor" : "visitor" }

    /// - Parameter maxAge: In seconds; nil lasts as long as the browser is open.
    func set(_ name: String, _ value: String, maxAge: Int? = nil, on response: inout Response) {
        response.set(SetCookie(name: name, value: value, maxAge: maxAge, isSecure: isSecure))
    }

    func remove(_ name: String, from response: inout Response) {
        response.set(.removal(of: name, isSecure: isSecure))
    }
}
