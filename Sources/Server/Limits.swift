import HTTP

/// Every number that bounds what a client can ask of the server, in one place. Sizes are bytes, times seconds.
public struct Limits: Sendable {
    /// Request line, header section and number of header lines (RFC 9110 §2.3 lets a server choose; 414 and 431 beyond).
    public var requestLine = 8 * 1024
    public var headerSection = 32 * 1024
    public var headerLines = 100

    /// A body up to this size stays in memory; a larger one goes to a temporary file. How large it may be at all, the
    /// application says for each request.
    public var bodyInMemory = 64 * 1024

    /// From a request's first byte (on a new connection: from its start) to the end of its header section; then 408.
    public var headerSeconds = 10.0
    /// A body must bring `lowestBodyRate` bytes a second on average over each window of this length; else 408.
    public var bodyWindowSeconds = 10.0
    public var lowestBodyRate = 500
    /// A connection between two requests is closed after this long.
    public var idleSeconds = 60.0
    /// The same while seven eighths of `connections` are taken: whoever asks for nothing makes room for those who do.
    public var crowdedIdleSeconds = 4.0
    /// A client must take `lowestReadRate` bytes a second of its answer on average over each window of this length, as far as
    /// its system acknowledges them; else it is cut off. Longer than a body's, since acknowledgements come in lumps.
    public var readWindowSeconds = 30.0
    public var lowestReadRate = 500
    /// After the last answer the server still reads, so that the client sees the answer (RFC 9112 §9.6): this long, this much.
    public var lingerSeconds = 5.0
    public var lingerBytes = 16 * 1024 * 1024

    /// Requests on one connection; the last one is answered with `Connection: close`.
    public var requestsPerConnection = 1_000
    /// Connections served at once; one more is told 503.
    public var connections = 16_384
    /// Connections of one client, an IPv4 address or an IPv6 /64; one more is told 429. Those of trusted proxies and of this
    /// machine (127.0.0.1, ::1) are not counted.
    public var connectionsPerClient = 256
    /// Requests of one client that wait for a worker or are being answered, per lane, whether it comes by itself or through a
    /// trusted proxy, where all connections are the proxy's; one more is told 429. Quick answers never wait and do not count.
    public var pagesPerClient = 64
    public var passwordsPerClient = 16
    public var filesPerClient = 16
    /// Connections over these numbers that are told so at leisure; the rest are told and closed at once.
    public var turnedAway = 1_024
    /// Requests that may wait for a worker, per lane; one more is told 503.
    public var waitingForPages = 1_024
    public var waitingForPasswords = 128
    public var waitingForFiles = 64
    /// What a 429 or 503 asks the client to wait.
    public var retryAfterSeconds = 2

    /// The most that is handed to the socket in one turn of a connection, so that one download cannot keep its neighbours.
    public var writeTurn = 1024 * 1024

    public init() {}

    /// How many requests may wait in a lane.
    func waiting(in lane: Lane) -> Int {
        switch lane {
        case .pages: waitingForPages
        case .passwords: waitingForPasswords
        case .files: waitingForFiles
        }
    }

    /// How much of something one client may have.
    func most(of kind: ClientClaim.Kind) -> Int {
        switch kind {
        case .connection: connectionsPerClient
        case .request(.pages): pagesPerClient
        case .request(.passwords): passwordsPerClient
        case .request(.files): filesPerClient
        }
    }

    /// How often deadlines are looked at: each second, or oftener where a deadline is shorter than four seconds.
    var tickSeconds: Double {
        let waits = [headerSeconds, bodyWindowSeconds, idleSeconds, crowdedIdleSeconds, readWindowSeconds, lingerSeconds]
        let shortest = waits.reduce(4, min)
        return max(0.01, min(1, shortest / 4))
    }
}
