/// How much a client may send before it is refused. Sizes are bytes and count line ends.
public struct RequestLimits: Sendable {
    /// 414 beyond; RFC 9112 §3 asks for 8000 at least.
    public var requestLine = 8 * 1024
    /// All header field lines together; 431 beyond (RFC 6585 §5).
    public var headerSection = 32 * 1024
    /// Header fields; 431 beyond.
    public var headerCount = 100
    /// Content of a request whose route sets no limit of its own; 413 beyond.
    public var body = 1024 * 1024
    /// One chunk-size line with its extensions; 400 beyond (RFC 9112 §7.1.1).
    public var chunkLine = 256
    /// All chunk extensions of one request; 400 beyond (RFC 9112 §7.1.1).
    public var chunkExtensions = 4 * 1024
    /// All trailer field lines together; 431 beyond.
    public var trailerSection = 4 * 1024
    /// Trailer fields; 431 beyond.
    public var trailerCount = 16
    /// Query parameters in the request-target; 400 beyond.
    public var queryFields = 200
    /// Received but not yet taken with `next()`; a server that stops reading while it is busy never meets it.
    public var pending = 256 * 1024

    public init() {}
}
