/// What a request asks for (RFC 9112 §3.2): a path that hides nothing, and its query.
public struct Target: Sendable {
    /// As sent: origin-form, absolute-form or "*".
    public let raw: String
    /// Percent-decoded; begins with "/", or is "*" (OPTIONS only).
    public let path: String
    /// The decoded parts between the slashes: "/" has none, "/permits/12" has two, "/permits/" has "permits" and "".
    public let segments: [String]
    public let query: FormFields

    init(raw: String, path: String, segments: [String], query: FormFields) {
        self.raw = raw
        self.path = path
        self.segments = segments
        self.query = query
    }
}
