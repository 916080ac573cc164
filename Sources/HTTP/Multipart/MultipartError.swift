/// What keeps bytes from being multipart/form-data. Parts are counted from 1.
public enum MultipartError: Error, Sendable, Equatable {
    /// Content-Type has no boundary, or one that RFC 2046 §5.1.1 does not allow.
    case boundaryMalformed
    /// A line begins like a delimiter and goes on with something else, before the part of that number or after the last.
    case delimiterMalformed(part: Int)
    /// The body ends without its closing delimiter.
    case unfinished
    case headerMalformed(part: Int)
    /// No `Content-Disposition: form-data` with a name (RFC 7578 §4.2).
    case nameless(part: Int)
    /// `filename*` or its like (RFC 7578 §4.2).
    case extendedParameter(part: Int)
    /// A Content-Transfer-Encoding that would have to be undone (RFC 7578 §4.7).
    case encoded(part: Int)
    case notUTF8(part: Int)
    /// In a text field: SQLite and C take a NUL for the end of the text.
    case containsNUL(part: Int)
    case tooManyParts(limit: Int)
    case headerTooLarge(part: Int, limit: Int)
    case fieldTooLarge(part: Int, limit: Int)
    /// All text fields together.
    case fieldsTooLarge(limit: Int)

    /// It would have been read if there were less of it: 413; all else is 400.
    public var isTooLarge: Bool {
        switch self {
        case .tooManyParts, .headerTooLarge, .fieldTooLarge, .fieldsTooLarge: true
        case .boundaryMalformed, .delimiterMalformed, .unfinished, .headerMalformed, .nameless, .extendedParameter, .encoded,
            .notUTF8, .containsNUL:
            false
        }
    }
}
