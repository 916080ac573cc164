/// A response's status code (RFC 9110 §15) with the phrase that stands beside it on the status line.
public struct Status: Sendable, Hashable, CustomStringConvertible {
    /// Three digits, 100 to 599.
    public let code: Int

    /// Nil for anything that is not a class of status RFC 9110 §15 knows.
    public init?(code: Int) {
        guard (100...599).contains(code) else { return nil }
        self.code = code
    }

    private init(known code: Int) { self.code = code }

    public static let `continue` = Status(known: 100)
    public static let ok = Status(known: 200)
    public static let created = Status(known: 201)
    public static let accepted = Status(known: 202)
    public static let noContent = Status(known: 204)
    public static let partialContent = Status(known: 206)
    public static let movedPermanently = Status(known: 301)
    public static let found = Status(known: 302)
    public static let seeOther = Status(known: 303)
    public static let notModified = Status(known: 304)
    public static let temporaryRedirect = Status(known: 307)
    public static let permanentRedirect = Status(known: 308)
    public static let badRequest = Status(known: 400)
    public static let unauthorized = Status(known: 401)
    public static let forbidden = Status(known: 403)
    public static let notFound = Status(known: 404)
    public static let methodNotAllowed = Status(known: 405)
    public static let notAcceptable = Status(known: 406)
    public static let requestTimeout = Status(known: 408)
    public static let conflict = Status(known: 409)
    public static let gone = Status(known: 410)
    public static let lengthRequired = Status(known: 411)
    public static let preconditionFailed = Status(known: 412)
    public static let contentTooLarge = Status(known: 413)
    public static let uriTooLong = Status(known: 414)
    public static let unsupportedMediaType = Status(known: 415)
    public static let rangeNotSatisfiable = Status(known: 416)
    public static let expectationFailed = Status(known: 417)
    public static let misdirectedRequest = Status(known: 421)
    public static let unprocessableContent = Status(known: 422)
    public static let tooManyRequests = Status(known: 429)
    public static let headerFieldsTooLarge = Status(known: 431)
    public static let internalServerError = Status(known: 500)
    public static let notImplemented = Status(known: 501)
    public static let badGateway = Status(known: 502)
    public static let serviceUnavailable = Status(known: 503)
    public static let gatewayTimeout = Status(known: 504)
    public static let httpVersionNotSupported = Status(known: 505)
    public static let insufficientStorage = Status(known: 507)

    /// Every code that has a phrase, rising.
    public static let registered = reasons.keys.sorted()

    /// The registered phrase; a code without one has an empty phrase, which RFC 9112 §4 allows.
    public var reason: String { Self.reasons[code] ?? "" }

    public var description: String { "\(code) \(reason)" }

    /// Informational, 204 and 304 answers end with their header section (RFC 9112 §6.3).
    public var allowsContent: Bool { code >= 200 && code != 204 && code != 304 }

    private static let reasons: [Int: String] = [
        100: "Continue", 101: "Switching Protocols",
        200: "OK", 201: "Created", 202: "Accepted", 204: "No Content", 206: "Partial Content",
        300: "Multiple Choices", 301: "Moved Permanently", 302: "Found", 303: "See Other", 304: "Not Modified",
        307: "Temporary Redirect", 308: "Permanent Redirect",
        400: "Bad Request", 401: "Unauthorized", 402: "Payment Required", 403: "Forbidden", 404: "Not Found",
        405: "Method Not Allowed", 406: "Not Acceptable", 408: "Request Timeout", 409: "Conflict", 410: "Gone",
        411: "Length Required", 412: "Precondition Failed", 413: "Content Too Large", 414: "URI Too Long",
        415: "Unsupported Media Type", 416: "Range Not Satisfiable", 417: "Expectation Failed",
        421: "Misdirected Request", 422: "Unprocessable Content", 426: "Upgrade Required", 429: "Too Many Requests",
        431: "Request Header Fields Too Large",
        500: "Internal Server Error", 501: "Not Implemented", 502: "Bad Gateway", 503: "Service Unavailable",
        504: "Gateway Timeout", 505: "HTTP Version Not Supported", 507: "Insufficient Storage",
    ]
}
