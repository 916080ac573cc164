import HTTP
import Testing

struct StatusTests {
    @Test(arguments: [
        (Status.ok, 200, "OK"), (.partialContent, 206, "Partial Content"), (.rangeNotSatisfiable, 416, "Range Not Satisfiable"),
        (.seeOther, 303, "See Other"), (.movedPermanently, 301, "Moved Permanently"),
        (.permanentRedirect, 308, "Permanent Redirect"), (.found, 302, "Found"), (.notModified, 304, "Not Modified"),
        (.badRequest, 400, "Bad Request"), (.forbidden, 403, "Forbidden"), (.notFound, 404, "Not Found"),
        (.methodNotAllowed, 405, "Method Not Allowed"), (.requestTimeout, 408, "Request Timeout"), (.conflict, 409, "Conflict"),
        (.lengthRequired, 411, "Length Required"), (.contentTooLarge, 413, "Content Too Large"),
        (.uriTooLong, 414, "URI Too Long"),
        (.unsupportedMediaType, 415, "Unsupported Media Type"), (.expectationFailed, 417, "Expectation Failed"),
        (.misdirectedRequest, 421, "Misdirected Request"), (.unprocessableContent, 422, "Unprocessable Content"),
        (.tooManyRequests, 429, "Too Many Requests"), (.headerFieldsTooLarge, 431, "Request Header Fields Too Large"),
        (.internalServerError, 500, "Internal Server Error"), (.notImplemented, 501, "Not Implemented"),
        (.serviceUnavailable, 503, "Service Unavailable"), (.httpVersionNotSupported, 505, "HTTP Version Not Supported"),
        (.insufficientStorage, 507, "Insufficient Storage"),
    ])
    func `a status has its registered code and phrase`(status: Status, code: Int, reason: String) {
        #expect(status.code == code)
        #expect(status.reason == reason)
        #expect(Status(code: code) == status)
        #expect(status.description == "\(code) \(reason)")
    }

    @Test(arguments: [-1, 0, 99, 600, 1000, .max, .min])
    func `a code of no class is no status`(code: Int) {
        #expect(Status(code: code) == nil)
    }

    @Test func `methods are named as on the wire`() {
        #expect(
            Method.allCases.map(\.name).sorted() == [
                "CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE",
            ])
    }
}
