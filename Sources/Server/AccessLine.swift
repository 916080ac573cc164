/// One answered request, for the access log. It has no query, no header and no body: those carry names, tokens and
/// session ids, which do not belong in a log.
public struct AccessLine: Sendable, Equatable {
    /// When the answer was complete, in microseconds since 1970 UTC.
    public var time: Int64
    /// Unlike every other id of this run.
    public var id: UInt64
    /// The client's address; behind a trusted proxy the address that the proxy saw.
    public var client: String
    /// "-" where the request could not be read.
    public var method: String
    /// As the client wrote it, without the query; "-" where the request could not be read.
    public var path: String
    /// The application's number for its route; one past its last where the request could not be read.
    public var route: Int
    /// 0 where the connection ended before there was an answer.
    public var status: Int
    /// Bytes of the body that the socket took.
    public var bytes: Int
    /// From the request's end to the last byte handed to the socket.
    public var microseconds: Int

    public init(
        time: Int64, id: UInt64, client: String, method: String, path: String, route: Int, status: Int, bytes: Int,
        microseconds: Int
    ) {
        self.time = time
        self.id = id
        self.client = client
        self.method = method
        self.path = path
        self.route = route
        self.status = status
        self.bytes = bytes
        self.microseconds = microseconds
    }
}
