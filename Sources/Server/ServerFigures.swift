/// What the server has done since its start and has in hand now, for whoever watches it. Gathered without stopping anything:
/// figures of one reading may be a request apart.
public struct ServerFigures: Sendable {
    public struct Connections: Sendable, Equatable {
        /// Served now.
        public var open: Int
        /// As many are served at once: `Limits.connections`, or fewer where the system allows fewer descriptors.
        public var limit: Int
        /// Served since the start.
        public var accepted: Int
        /// Told to come back later: the server was full, or the client had too many.
        public var turnedAwayFull: Int
        public var turnedAwayClient: Int
    }

    public let connections: Connections
    /// Those of clients with a connection or a request in hand, which `Limits` counts for each.
    public let countedClients: Int
    /// Each of the application's routes, and one more for requests that could not be read.
    public let routes: [RouteFigures]
    /// Bytes of answers' contents that sockets took.
    public let contentBytes: Int
    public let lanes: [LaneFigures]
}
