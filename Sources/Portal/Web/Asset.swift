import Credentials
import HTTP

/// One static file, and its gzip form where there is one.
struct Asset: Sendable {
    let fingerprint: String
    private let plain: Response
    private let gzipped: Response?

    /// - Parameter gzipped: what gzip(1) made of the content; left alone where it is of other content, or no smaller.
    init(name: String, content: [UInt8], gzipped packed: [UInt8]?) {
        fingerprint = Self.fingerprint(content)
        var plain = Response(.ok, headers: Self.headers(of: name), body: .bytes(content))
        plain.headers.add("ETag", EntityTag(fingerprint).headerValue)
        guard let packed, packed.count < content.count, Self.isGzip(packed, of: content) else {
            self.plain = plain
            gzipped = nil
            return
        }
        // Every form says that there are several (RFC 9110 §12.5.5), and no two have one tag (§8.8.3.3).
        plain.headers.add("Vary", "Accept-Encoding")
        self.plain = plain
        var coded = plain
        coded.headers["ETag"] = EntityTag(Self.fingerprint(packed)).headerValue
        coded.headers.add("Content-Encoding", "gzip")
        coded.body = .bytes(packed)
        gzipped = coded
    }

    /// As the client takes it best.
    func form(for request: Request) -> Response {
        guard let gzipped, AcceptedCodings(request.headers).prefers("gzip") else { return plain }
        return gzipped
    }

    private static func fingerprint(_ bytes: [UInt8]) -> String { Hex.encode(SHA256.digest(bytes).prefix(8)) }

    /// Whether it begins and ends as a gzip file of that length does (RFC 1952 §2.3.1).
    private static func isGzip(_ packed: [UInt8], of content: [UInt8]) -> Bool {
        guard packed.count >= 18, packed.starts(with: [0x1F, 0x8B]) else { return false }
        let length = packed.suffix(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
        return length == UInt32(truncatingIfNeeded: content.count)
    }

    private static func headers(of name: String) -> Headers {
        Headers([
            ("Content-Type", type(of: name)), ("Cache-Control", "public, max-age=31536000, immutable"),
            ("X-Content-Type-Options", "nosniff"), ("Cross-Origin-Resource-Policy", "same-origin"),
        ])
    }

    private static func type(of name: String) -> String {
        switch name.split(separator: ".").last {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "ico": "image/x-icon"
        default: "application/octet-stream"
        }
    }
}
