import HTTP

/// What is remembered of a request until its answer is out: how to answer it, and its line in the log.
struct Exchange {
    let id: UInt64
    let client: String
    /// Whom it is counted for; nil where nobody is.
    let network: ClientNetwork?
    let isSecure: Bool
    let destination: Destination
    let head: RequestHead?
    /// A request whose method could not be read is answered like a GET.
    let method: Method
    let began: Double
    /// 0 while there is no answer; a line with it tells of a client cut off before one came.
    private(set) var status = 0

    var version: Version { head?.version ?? .http11 }

    mutating func answered(with status: Status) { self.status = status.code }

    func line(bytes: Int, at now: Double) -> AccessLine {
        AccessLine(
            time: Clock.microsecondsSince1970(), id: id, client: client, method: head?.method.name ?? "-", path: path,
            route: destination.route, status: status, bytes: bytes, microseconds: Int((now - began) * 1e6))
    }

    /// Without the query, which carries what visitors searched for and tokens of links in mails.
    private var path: String {
        guard let raw = head?.target.raw else { return "-" }
        guard let mark = raw.utf8.firstIndex(of: UInt8(ascii: "?")) else { return raw }
        return String(raw[..<mark])
    }
}
