/// A request method this program knows (RFC 9110 §9.3, RFC 5789). Names are case-sensitive; all others are refused with 501.
public enum Method: String, Sendable, Hashable, CaseIterable {
    case get = "GET"
    case post = "POST"
    case head = "HEAD"
    case put = "PUT"
    case delete = "DELETE"
    case options = "OPTIONS"
    case patch = "PATCH"
    case trace = "TRACE"
    case connect = "CONNECT"

    /// As it stands on the wire.
    public var name: String { rawValue }
}
