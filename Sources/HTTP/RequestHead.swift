/// A request line and its header section, read and found unambiguous.
public struct RequestHead: Sendable {
    /// Where the content ends (RFC 9112 §6.3).
    public enum Framing: Sendable, Equatable {
        case none
        case length(Int)
        case chunked
    }

    public let method: Method
    public let target: Target
    public let version: Version
    /// As sent, but for Host, which an absolute-form target replaces (RFC 9112 §3.2.2).
    public let headers: Headers
    public let framing: Framing
    /// The client waits for "100 Continue" before it sends its content (RFC 9110 §10.1.1).
    public let expectsContinue: Bool
    /// Another request may follow on the connection (RFC 9112 §9.3).
    public let keepsAlive: Bool
    /// Host and port in lower case; empty for an HTTP/1.0 request that names none.
    public let host: String
}
