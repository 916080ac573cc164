import Testing

@testable import HTTP

struct LimitTests {
    private static let line = "GET /234567890 HTTP/1.1\r\n"
    private static let rest = "Host: a\r\n\r\n"
    private static let chunked = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"

    static let rows: [RequestRow] = [
        RequestRow("9112 §3 a line of just the limit", line + rest, "GET /234567890", "end")
            .limited { $0.requestLine = line.utf8.count },
        RequestRow("9112 §3 a line of one byte more", line + rest, "414").limited { $0.requestLine = line.utf8.count - 1 },
        RequestRow("9112 §3 a line without end", "GET /" + String(repeating: "a", count: 35), "414")
            .limited { $0.requestLine = 40 },
        RequestRow("9112 §3 a method without end", String(repeating: "a", count: 40), "501").limited { $0.requestLine = 40 },
        RequestRow("9112 §3 a method that ends too late", String(repeating: "a", count: 40) + " /\r\n", "501")
            .limited { $0.requestLine = 40 },
        RequestRow("9112 §3 a line that has not reached it", String(repeating: "a", count: 39)).limited { $0.requestLine = 40 },
        RequestRow("6585 §5 a section of just the limit", line + rest, "GET /234567890", "end")
            .limited { $0.headerSection = rest.utf8.count },
        RequestRow("6585 §5 a section of one byte more", line + "X: y\r\n" + rest, "431")
            .limited { $0.headerSection = rest.utf8.count + 5 },
        RequestRow("6585 §5 a field without end", line + "X: aaaaaaaaaaaaaaaa", "431").limited { $0.headerSection = 16 },
        RequestRow("6585 §5 fields that fill it", line + "Host: a\r\nX: y\r\nX: y\r\n", "431").limited { $0.headerSection = 21 },
        RequestRow("6585 §5 just enough fields", line + "Host: a\r\nX: y\r\n\r\n", "GET /234567890", "end")
            .limited { $0.headerCount = 2 },
        RequestRow("6585 §5 one field too many", line + "Host: a\r\nX: y\r\nX: z\r\n\r\n", "431").limited { $0.headerCount = 2 },
        RequestRow(
            "9110 §15.5.14 content of just the limit", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nfour",
            "POST / length 4", "body four", "end"
        ).limited(to: 4),
        RequestRow(
            "9110 §15.5.14 one byte more", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nfives", "POST / length 5",
            "413"
        ).limited(to: 4),
        RequestRow(
            "9110 §15.5.14 none allowed, none sent", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n", "POST / length 0",
            "end"
        ).limited(to: 0),
        RequestRow(
            "9110 §15.5.14 the limit without a route's word", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc",
            "POST / length 3", "413"
        ).limited { $0.body = 2 },
        RequestRow(
            "9110 §15.5.14 a route allows more", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc",
            "POST / length 3", "body abc", "end"
        ).limited(to: 3) { $0.body = 2 },
        .chunks("9110 §15.5.14 chunks of just the limit", "2\r\nab\r\n2\r\ncd\r\n0\r\n\r\n", "body abcd", "end").limited(to: 4),
        .chunks("9110 §15.5.14 chunks beyond the limit", "2\r\nab\r\n3\r\ncde\r\n0\r\n\r\n", "body ab", "413").limited(to: 4),
        .chunks("9110 §15.5.14 chunks that pass it one by one", "2\r\nab\r\n2\r\ncd\r\n1\r\ne\r\n0\r\n\r\n", "body abcd", "413")
            .limited(to: 4),
        .chunks("9110 §15.5.14 no chunk allowed, none sent", "0\r\n\r\n", "end").limited(to: 0),
        .chunks("9110 §15.5.14 no chunk allowed", "1\r\na\r\n0\r\n\r\n", "413").limited(to: 0),
        .chunks("9112 §7.1.1 a size line of just the limit", "1;abcd\r\na\r\n0\r\n\r\n", "body a", "end")
            .limited { $0.chunkLine = 8 },
        .chunks("9112 §7.1.1 a size line too long", "1;abcde\r\na\r\n0\r\n\r\n", "400").limited { $0.chunkLine = 8 },
        .chunks("9112 §7.1.1 a size line without end", "1;abcdefgh", "400").limited { $0.chunkLine = 8 },
        .chunks("9112 §7.1.1 just enough extensions", "1;ab\r\na\r\n0;a\r\n\r\n", "body a", "end")
            .limited { $0.chunkExtensions = 5 },
        .chunks("9112 §7.1.1 too many extensions together", "1;ab\r\na\r\n0;ab\r\n\r\n", "body a", "400")
            .limited { $0.chunkExtensions = 5 },
        .chunks("6585 §5 a trailer section of just the limit", "0\r\nA: b\r\n\r\n", "end").limited { $0.trailerSection = 8 },
        .chunks("6585 §5 a trailer section too large", "0\r\nA: bc\r\n\r\n", "431").limited { $0.trailerSection = 8 },
        .chunks("6585 §5 a trailer without end", "0\r\nA: bcdefgh", "431").limited { $0.trailerSection = 8 },
        .chunks("6585 §5 just enough trailers", "0\r\nA: b\r\nA: b\r\n\r\n", "end").limited { $0.trailerCount = 2 },
        .chunks("6585 §5 one trailer too many", "0\r\nA: b\r\nA: b\r\nA: b\r\n\r\n", "431").limited { $0.trailerCount = 2 },
    ]

    @Test(arguments: rows)
    func `a limit is met to the byte, however the bytes are cut`(row: RequestRow) { row.check() }

    @Test func `the limits without a word are those of the documentation`() {
        func answer(_ raw: String) -> [String] {
            Transcript(of: [Array(raw.utf8)[...]], limits: RequestLimits()).lines
        }
        let path = String(repeating: "a", count: 8192 - "GET / HTTP/1.1\r\n".utf8.count)
        #expect(answer("GET /\(path) HTTP/1.1\r\nHost: a\r\n\r\n").last == "end")
        #expect(answer("GET /\(path)a HTTP/1.1\r\nHost: a\r\n\r\n") == ["414"])
        let value = String(repeating: "a", count: 32_768 - "Host: a\r\nX: \r\n\r\n".utf8.count)
        #expect(answer("GET / HTTP/1.1\r\nHost: a\r\nX: \(value)\r\n\r\n").last == "end")
        #expect(answer("GET / HTTP/1.1\r\nHost: a\r\nX: \(value)a\r\n\r\n") == ["431"])
        let fields = String(repeating: "X: y\r\n", count: 99)
        #expect(answer("GET / HTTP/1.1\r\nHost: a\r\n\(fields)\r\n").last == "end")
        #expect(answer("GET / HTTP/1.1\r\nHost: a\r\n\(fields)X: y\r\n\r\n") == ["431"])
    }

    @Test func `a client that sends ahead of every answer is refused in the end`() {
        var limits = RequestLimits()
        limits.pending = 100
        var parser = RequestParser(limits: limits)
        let request = Array("GET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
        for _ in 0..<3 { parser.receive(request) }
        #expect(parser.pending == 3 * request.count)
        parser.receive(request)
        guard case .refused(let refusal) = parser.next() else {
            Issue.record("\(parser.pending) bytes are kept")
            return
        }
        #expect(refusal.status == .badRequest)
        #expect(parser.pending == 0)
    }

    @Test func `a body far beyond the buffer passes through it`() {
        var limits = RequestLimits()
        limits.pending = 1000
        var parser = RequestParser(limits: limits)
        parser.receive(Array("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 90000\r\n\r\n".utf8))
        var received = 0
        var ended = false
        for _ in 0..<100 {
            parser.receive([UInt8](repeating: 65, count: 900))
            while let step = parser.nextOrNil() {
                if case .body(let piece) = step { received += piece.count }
                if case .end = step { ended = true }
            }
        }
        #expect(received == 90_000)
        #expect(ended)
        #expect(parser.isIdle)
    }

    @Test func `a connection that never pauses keeps no more than it has to`() {
        var parser = RequestParser()
        let request = Array("GET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
        var ended = 0
        parser.receive(request[..<10])
        for _ in 0..<2000 {
            // The end of one request and the start of the next, so that something always waits.
            parser.receive(request[10...] + request[..<10])
            while let step = parser.nextOrNil() { if case .end = step { ended += 1 } }
            #expect(parser.pending == 10)
            #expect(parser.buffer.count <= 3 * request.count)
        }
        #expect(ended == 2000)
    }
}
