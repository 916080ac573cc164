extension Response {
    /// The answer as this request wants it: 304 or 412 where its conditions say so, else the ranges it asks for, else this one.
    /// An answer of 200 with an ETag or Last-Modified is all it takes, whether bytes or a file; one that wants no ranges says
    /// `Accept-Ranges: none`.
    public func tailored(to request: Request) -> Response {
        // At random, so that nobody can have put it into the content.
        tailored(to: request) {
            String(UInt64.random(in: .min ... .max), radix: 36) + String(UInt64.random(in: .min ... .max), radix: 36)
        }
    }

    func tailored(to request: Request, boundary: () -> String) -> Response {
        conditional(for: request).ranged(for: request, boundary: boundary)
    }

    /// Range goes last (RFC 9110 §13.2.2), and means something with GET only (§14.2).
    private func ranged(for request: Request, boundary: () -> String) -> Response {
        guard hasRanges, request.method == .get || request.method == .head else { return self }
        var whole = self
        whole.headers["Accept-Ranges"] = "bytes"
        let asked = request.headers.values(of: "Range")
        guard request.method == .get, asked.count == 1, let ranges = ByteRange.list(asked[0]), isContinued(by: request) else {
            return whole
        }
        let parts = ByteRange.joined(ranges, of: body.size)
        switch parts.count {
        case 0: return whole.unsatisfied
        case 1: return whole.part(parts[0])
        // A coding would be said of the boundaries too, which are not coded.
        default: return headers["Content-Encoding"] == nil ? whole.parts(parts, boundary: boundary()) : whole
        }
    }

    /// Parts of an answer that nothing tells from its next version could not be put together again. Of nothing there are none.
    private var hasRanges: Bool {
        guard status == .ok, body.size > 0, headers["ETag"] != nil || headers["Last-Modified"] != nil else { return false }
        guard headers["Accept-Ranges"]?.equalsIgnoringASCIICase("none") != true else { return false }
        return switch body {
        case .bytes, .file: true
        case .empty, .pieces: false
        }
    }

    /// Whether the client's other parts are of this version (RFC 9110 §13.1.5): the same strong tag, or the very same date.
    private func isContinued(by request: Request) -> Bool {
        let asked = request.headers.values(of: "If-Range")
        guard let validator = asked.first else { return true }
        guard asked.count == 1 else { return false }
        if let tag = EntityTag(headerValue: validator) {
            return headers["ETag"].flatMap(EntityTag.init(headerValue:))?.matchesStrongly(tag) == true
        }
        guard let date = HTTPDate.parse(validator), let modified = headers["Last-Modified"] else { return false }
        return HTTPDate.parse(modified) == date
    }

    /// RFC 9110 §15.5.17.
    private var unsatisfied: Response {
        var response = refused(.rangeNotSatisfiable, "It has \(body.size) bytes, and none of those asked for.")
        response.headers["Content-Range"] = "bytes */\(body.size)"
        return response
    }

    private func part(_ range: Range<Int>) -> Response {
        guard let content = body.part(range) else { return self }
        var response = self
        response.status = .partialContent
        response.headers["Content-Range"] = contentRange(range)
        response.body = content
        return response
    }

    /// multipart/byteranges (RFC 9110 §14.6): what is said of a part stands with the part.
    private func parts(_ ranges: [Range<Int>], boundary: String) -> Response {
        var response = self
        response.status = .partialContent
        response.headers["Content-Type"] = "multipart/byteranges; boundary=\(boundary)"
        let type = headers["Content-Type"].map { "Content-Type: \($0)\r\n" } ?? ""
        var pieces: [Content] = []
        for range in ranges {
            guard let content = body.part(range) else { return self }
            let lineEnd = pieces.isEmpty ? "" : "\r\n"
            let head = "\(lineEnd)--\(boundary)\r\n\(type)Content-Range: \(contentRange(range))\r\n\r\n"
            pieces += [.bytes(Array(head.utf8)), content]
        }
        pieces.append(.bytes(Array("\r\n--\(boundary)--\r\n".utf8)))
        response.body = .pieces(pieces)
        return response
    }

    /// RFC 9110 §14.4.
    private func contentRange(_ range: Range<Int>) -> String { "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(body.size)" }
}
