extension Response {
    /// What this answer is to a client that said which version it has or wants: itself, 304 or 412. Only a GET or HEAD answered
    /// 200 is looked at, in the order of RFC 9110 §13.2.2: If-Match, or where it is missing If-Unmodified-Since; then
    /// If-None-Match, or where it is missing If-Modified-Since.
    func conditional(for request: Request) -> Response {
        guard status == .ok, request.method == .get || request.method == .head else { return self }
        guard isExpected(by: request) else { return refused(.preconditionFailed, "This is another version by now.") }
        return isKnown(to: request) ? notModified : self
    }

    /// An error in this answer's place: its policies and cookies, nothing of its content, and not to be kept.
    func refused(_ status: Status, _ reason: String) -> Response {
        var response = Refusal(status, reason, closes: false).response
        response.headers.addMissing(from: headers.without(Self.contentFields + Self.validatorFields))
        return response
    }

    /// Left out is what describes the content that is not sent, and Last-Modified where a tag says more (RFC 9110 §15.4.5).
    /// Cache-Control, Content-Location, ETag, Expires, Vary, cookies and policies stay.
    private var notModified: Response {
        let left = headers["ETag"] == nil ? Self.contentFields : Self.contentFields + ["Last-Modified"]
        return Response(.notModified, headers: headers.without(left))
    }

    private func isExpected(by request: Request) -> Bool {
        let expected = request.headers.values(of: "If-Match")
        // Strong comparison: the content must be the same byte for byte (RFC 9110 §13.1.1).
        if !expected.isEmpty { return names(expected) { $0.matchesStrongly($1) } }
        guard let date = request.headers.date("If-Unmodified-Since"), let modified = headers.date("Last-Modified") else {
            return true
        }
        return modified <= date
    }

    private func isKnown(to request: Request) -> Bool {
        let known = request.headers.values(of: "If-None-Match")
        if !known.isEmpty { return names(known) { $0.matchesWeakly($1) } }
        guard let date = request.headers.date("If-Modified-Since"), let modified = headers.date("Last-Modified") else {
            return false
        }
        return modified <= date
    }

    /// Whether this answer's tag stands in the list. "*" stands for any version at all (RFC 9110 §13.1.1, §13.1.2), and a 200
    /// is one.
    private func names(_ fieldValues: [String], where matches: (EntityTag, EntityTag) -> Bool) -> Bool {
        let list = fieldValues.joined(separator: ", ")
        if list == "*" { return true }
        guard let tag = headers["ETag"].flatMap(EntityTag.init(headerValue:)), let tags = EntityTag.list(list) else {
            return false
        }
        return tags.contains { matches($0, tag) }
    }

    private static let contentFields = [
        "Content-Type", "Content-Length", "Content-Encoding", "Content-Language", "Content-Range", "Content-Disposition",
    ]
    private static let validatorFields = ["ETag", "Last-Modified", "Expires", "Accept-Ranges"]
}

extension Headers {
    /// The field's time. Nil where it stands twice or is no date, which is as good as none (RFC 9110 §13.1.3, §13.1.4).
    fileprivate func date(_ name: String) -> Int? {
        let dates = values(of: name)
        return dates.count == 1 ? HTTPDate.parse(dates[0]) : nil
    }

    fileprivate func without(_ names: [String]) -> Headers {
        Headers(fields.filter { field in !names.contains { $0.equalsIgnoringASCIICase(field.name) } })
    }
}
