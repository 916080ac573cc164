/// Turns a response into the bytes of its status line and header section (RFC 9112 §4, §6).
///
/// How much follows and whether the connection stays open is said here alone: such fields in the response are left
/// out. No Server field is sent. Every content's size is known beforehand, so none is chunked.
public enum ResponseWriter {
    /// The interim answer to `RequestHead.expectsContinue`; never for HTTP/1.0 (RFC 9110 §15.2).
    public static let continueBytes = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)

    /// `date` is `HTTPDate.format` of now; the server keeps it for a second.
    public static func head(
        of response: Response, method: Method, version: Version, keepsAlive: Bool, date: String
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(1024)
        // A 1.0 client is answered with our own version (RFC 9110 §6.2).
        append("HTTP/1.1 ", to: &bytes)
        append(String(response.status.code), to: &bytes)
        append(" ", to: &bytes)
        append(response.status.reason, to: &bytes)
        append("\r\n", to: &bytes)
        appendField("Date", date, to: &bytes)
        for field in response.headers.fields where !isOurs(field.name) {
            appendField(field.name, field.value, to: &bytes)
        }
        // A HEAD's length is the GET's (RFC 9110 §8.6); 204 and 1xx must have none, 304 need not.
        if response.status.allowsContent { appendField("Content-Length", String(response.body.size), to: &bytes) }
        if !keepsAlive {
            appendField("Connection", "close", to: &bytes)
        } else if version == .http10 {
            appendField("Connection", "keep-alive", to: &bytes)
        }
        append("\r\n", to: &bytes)
        return bytes
    }

    /// Whether the content follows the head (RFC 9112 §6.3).
    public static func sendsBody(of response: Response, method: Method) -> Bool {
        method != .head && response.status.allowsContent && response.body.size > 0
    }

    private static func isOurs(_ name: String) -> Bool {
        func isName(_ other: String) -> Bool { name.equalsIgnoringASCIICase(other) }
        return switch name.utf8.count {
        case 4: isName("Date")
        case 6: isName("Server")
        case 7: isName("Trailer")
        case 10: isName("Connection") || isName("Keep-Alive")
        case 14: isName("Content-Length")
        case 17: isName("Transfer-Encoding")
        default: false
        }
    }

    private static func appendField(_ name: String, _ value: String, to bytes: inout [UInt8]) {
        append(name, to: &bytes)
        append(": ", to: &bytes)
        append(value, to: &bytes)
        append("\r\n", to: &bytes)
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: text.utf8)
    }
}
