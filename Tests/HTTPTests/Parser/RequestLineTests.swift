import HTTP
import Testing

struct RequestLineTests {
    static let rows: [RequestRow] = [
        RequestRow("9112 §3 the plain case", "GET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET /", "end"),
        RequestRow("9112 §3 version 1.0", "GET / HTTP/1.0\r\n\r\n", "GET /", "end"),
        RequestRow("9110 §2.5 a higher minor version is read as 1.1", "GET / HTTP/1.9\r\nHost: a\r\n\r\n", "GET /", "end"),
        RequestRow("9110 §9.3 HEAD", "HEAD / HTTP/1.1\r\nHost: a\r\n\r\n", "HEAD /", "end"),
        RequestRow("9110 §9.3 POST without content", "POST / HTTP/1.1\r\nHost: a\r\n\r\n", "POST /", "end"),
        RequestRow("9110 §9.3 PUT", "PUT / HTTP/1.1\r\nHost: a\r\n\r\n", "PUT /", "end"),
        RequestRow("9110 §9.3 DELETE", "DELETE / HTTP/1.1\r\nHost: a\r\n\r\n", "DELETE /", "end"),
        RequestRow("5789 PATCH", "PATCH / HTTP/1.1\r\nHost: a\r\n\r\n", "PATCH /", "end"),
        RequestRow("9110 §9.3 OPTIONS", "OPTIONS / HTTP/1.1\r\nHost: a\r\n\r\n", "OPTIONS /", "end"),

        RequestRow("9110 §9.1 methods have a case", "get / HTTP/1.1\r\nHost: a\r\n\r\n", "501"),
        RequestRow("9110 §9.1 an unknown method", "BREW / HTTP/1.1\r\nHost: a\r\n\r\n", "501"),
        RequestRow("9110 §9.1 almost a method", "GETS / HTTP/1.1\r\nHost: a\r\n\r\n", "501"),
        RequestRow("9110 §9.3.8 TRACE", "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", "405"),
        RequestRow("9110 §9.3.6 CONNECT, authority-form", "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n", "405"),
        RequestRow("9110 §9.3.8 TRACE of the server", "TRACE * HTTP/1.1\r\nHost: a\r\n\r\n", "405"),
        RequestRow("9110 §9.3.6 CONNECT, origin-form", "CONNECT / HTTP/1.1\r\nHost: a\r\n\r\n", "405"),
        RequestRow("9110 §9.3.6 CONNECT, absolute-form", "CONNECT http://a/ HTTP/1.1\r\nHost: a\r\n\r\n", "405"),
        RequestRow("9110 §9.3.6 CONNECT in 1.0", "CONNECT a:443 HTTP/1.0\r\n\r\n", "405"),
        RequestRow("9112 §3.2.3 authority-form without CONNECT", "OPTIONS a:443 HTTP/1.1\r\nHost: a\r\n\r\n", "400"),
        RequestRow("9110 §5.6.2 a method that is no token", "GE(T / HTTP/1.1\r\nHost: a\r\n\r\n", "400"),
        RequestRow("9110 §5.6.2 a colon in the method", "Host: / HTTP/1.1\r\nHost: a\r\n\r\n", "400"),
        RequestRow("9110 §5.6.2 a fullwidth letter", "GEＴ / HTTP/1.1\r\nHost: a\r\n\r\n", "400"),
        RequestRow("9110 §5.6.2 NUL in the method", "GE\0T / HTTP/1.1\r\nHost: a\r\n\r\n", "400"),

        RequestRow("9110 §15.6.6 HTTP/2", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", "505"),
        RequestRow("9110 §15.6.6 HTTP/0.9", "GET / HTTP/0.9\r\n\r\n", "505"),
        RequestRow("9113 §3.4 the HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "505"),
        RequestRow("9112 §2.3 no version", "GET /\r\nHost: a\r\n\r\n", "400"),
        RequestRow("9112 §2.3 no minor version", "GET / HTTP/1\r\nHost: a\r\n\r\n", "400"),
        RequestRow("9112 §2.3 lower case", "GET / http/1.1\r\nHost: a\r\n\r\n", "400"),
        RequestRow("9112 §2.3 two digits", "GET / HTTP/1.10\r\nHost: a\r\n\r\n", "400"),
        RequestRow("9112 §2.3 a zero in front", "GET / HTTP/01.1\r\nHost: a\r\n\r\n", "400"),
        RequestRow("9112 §2.3 a sign", "GET / HTTP/+1.1\r\nHost: a\r\n\r\n", "400"),
        RequestRow("9112 §2.3 a comma", "GET / HTTP/1,1\r\nHost: a\r\n\r\n", "400"),
        RequestRow("9112 §2.3 a fullwidth digit", "GET / HTTP/1.１\r\nHost: a\r\n\r\n", "400"),
        RequestRow("9112 §2.3 another protocol", "GET / RTSP/1.0\r\nHost: a\r\n\r\n", "400"),
        RequestRow("9112 §2.3 letters", "GET / HTTP/x.y\r\nHost: a\r\n\r\n", "400"),

        RequestRow("9112 §3 two spaces", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", "400"),
        RequestRow("9112 §3 two spaces before the version", "GET /  HTTP/1.1\r\nHost: a\r\n\r\n", "400"),
        RequestRow("9112 §3 a space at the end", "GET / HTTP/1.1 \r\nHost: a\r\n\r\n", "400"),
        RequestRow("9112 §3 a space at the start", " GET / HTTP/1.1\r\nHost: a\r\n\r\n", "400"),
        RequestRow("9112 §3 a tab between", "GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n", "400"),
        RequestRow("9112 §3 a tab before the version", "GET /\tHTTP/1.1\r\nHost: a\r\n\r\n", "400"),
        RequestRow("9112 §3 a space in the target", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", "400"),
        RequestRow("9112 §3 only a method", "GET\r\n\r\n", "400"),
        RequestRow("9112 §3 no target", "GET HTTP/1.1\r\nHost: a\r\n\r\n", "400"),
        RequestRow("9112 §3 no method", " / HTTP/1.1\r\nHost: a\r\n\r\n", "400"),
        RequestRow("9112 §3 vertical tab as a blank", "GET\u{B}/ HTTP/1.1\r\nHost: a\r\n\r\n", "400"),
        RequestRow("9112 §3 no-break space as a blank", "GET\u{A0}/ HTTP/1.1\r\nHost: a\r\n\r\n", "400"),

        RequestRow("9112 §2.2 a bare line feed", "GET / HTTP/1.1\nHost: a\r\n\r\n", "400"),
        RequestRow("9112 §2.2 a bare carriage return", "GET / HTTP/1.1\rHost: a\r\n\r\n", "400"),
        RequestRow("9112 §2.2 a carriage return too many", "GET / HTTP/1.1\r\r\nHost: a\r\n\r\n", "400"),
        RequestRow("9112 §2.2 a carriage return in the target", "GET /\r/ HTTP/1.1\r\nHost: a\r\n\r\n", "400"),
        RequestRow("9112 §2.2 one empty line in front", "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET /", "end"),
        RequestRow("9112 §2.2 two empty lines in front", "\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", "400"),
        RequestRow("9112 §2.2 an empty line of a line feed", "\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", "400"),
        RequestRow("9112 §2.2 a carriage return in front", "\rGET / HTTP/1.1\r\nHost: a\r\n\r\n", "400"),
        RequestRow("9112 §2.2 nothing but an empty line", "\r\n"),
        RequestRow("9112 §2.2 half a line", "GET / HT"),
        RequestRow("9112 §2.2 all but the last byte", "GET / HTTP/1.1\r\nHost: a\r\n\r"),
        RequestRow("9112 §9.8 a TLS greeting on the plain port", bytes: [0x16, 0x03, 0x01, 0x02, 0x00, 0x01], ["400"]),
        RequestRow("9112 §2.2 a byte order mark", bytes: [0xEF, 0xBB, 0xBF] + Array("GET / HTTP/1.1\r\n".utf8), ["400"]),
        RequestRow("9112 §2.2 NUL first", bytes: [0], ["400"]),
    ]

    @Test(arguments: rows)
    func `a request line has three parts, single spaces and CRLF`(row: RequestRow) { row.check() }

    @Test func `a refused TRACE names the methods that are allowed`() throws {
        var parser = RequestParser()
        parser.receive(Array("TRACE / HTTP/1.1\r\n".utf8))
        guard case .refused(let refusal) = parser.next() else {
            Issue.record("TRACE was read")
            return
        }
        #expect(refusal.closes)
        #expect(refusal.response.status == .methodNotAllowed)
        #expect(refusal.response.headers["Allow"] == "GET, HEAD")
    }

    @Test(arguments: [
        ("HEAD /", nil), ("HEAD / HTTP/1.1\r\n", Method.head), ("HEAD / HTTP/1.1\r\n\r\n", .head),
        ("HEAD /%zz HTTP/1.1\r\n", .head), ("HEAD / HTTP/1.1\n", .head), ("HEAD / HTTP/3.0\r\n", .head),
        ("POST / HTTP/1.1\r\nX\r\n", .post), ("TRACE / HTTP/1.1\r\n", .trace), ("head / HTTP/1.1\r\n", nil), ("\0", nil),
        ("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n", nil),
    ])
    func `the method is known before the rest is, be it good or bad`(raw: String, method: Method?) {
        let bytes = Array(raw.utf8)
        for pieces in [[bytes[...]], bytes.indices.map { bytes[$0...$0] }] {
            var parser = RequestParser()
            for piece in pieces {
                parser.receive(piece)
                while parser.nextOrNil().map({ if case .refused = $0 { false } else { true } }) == true {}
            }
            #expect(parser.method == method)
        }
    }

    @Test func `the method stays known while the content is read`() {
        var parser = RequestParser()
        parser.receive(Array("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\na".utf8))
        while parser.nextOrNil() != nil {}
        #expect(parser.method == .put)
        parser.receive(Array("b".utf8))
        while parser.nextOrNil() != nil {}
        #expect(parser.method == nil)
    }

    @Test func `the version is told apart`() {
        let old = Transcript(of: [Array("GET / HTTP/1.0\r\n\r\n".utf8)[...]], limits: RequestLimits())
        let new = Transcript(of: [Array("GET / HTTP/1.2\r\nHost: a\r\n\r\n".utf8)[...]], limits: RequestLimits())
        #expect(old.heads.map(\.version) == [.http10])
        #expect(new.heads.map(\.version) == [.http11])
    }
}
