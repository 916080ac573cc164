extension Response {
    /// A page the client has already becomes 304 without content. Only a GET or HEAD answered 200 is looked at;
    /// If-None-Match goes first, and where it stands If-Modified-Since is not read (RFC 9110 §13.2.2).
    public func conditional(for request: Request) -> Response {
        guard status == .ok, request.method == .get || request.method == .head, isKnown(to: request) else { return self }
        var response = Response(.notModified)
        let hasTag = headers["ETag"] != nil
        for field in headers.fields where !Self.describesContent(field.name, hasTag: hasTag) {
            response.headers.add(field.name, field.value)
        }
        return response
    }

    private func isKnown(to request: Request) -> Bool {
        let asked = request.headers.values(of: "If-None-Match")
        if !asked.isEmpty {
            let list = asked.joined(separator: ", ")
            // "*" stands for any version at all (RFC 9110 §13.1.2), and a 200 is one.
            if list == "*" { return true }
            guard let tag = headers["ETag"].flatMap(EntityTag.init(headerValue:)), let tags = EntityTag.list(list) else {
                return false
            }
            return tags.contains { $0.matchesWeakly(tag) }
        }
        let dates = request.headers.values(of: "If-Modified-Since")
        // A list or a broken date is as good as none (RFC 9110 §13.1.3).
        guard dates.count == 1, let since = HTTPDate.parse(dates[0]),
            let modified = headers["Last-Modified"].flatMap({ HTTPDate.parse($0) })
        else { return false }
        return modified <= since
    }

    /// Left out of a 304 (RFC 9110 §15.4.5): what describes the content that is not sent, and Last-Modified where a
    /// tag says more. Cache-Control, Content-Location, ETag, Expires, Vary, cookies and policies stay.
    private static func describesContent(_ name: String, hasTag: Bool) -> Bool {
        if hasTag && name.equalsIgnoringASCIICase("Last-Modified") { return true }
        return contentFields.contains { $0.equalsIgnoringASCIICase(name) }
    }

    private static let contentFields = [
        "Content-Type", "Content-Length", "Content-Encoding", "Content-Language", "Content-Range", "Content-Disposition",
    ]
}
