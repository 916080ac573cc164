import HTTP
import Testing

struct PersistenceTests {
    @Test(arguments: [
        ("HTTP/1.1\r\nHost: a", true), ("HTTP/1.1\r\nHost: a\r\nConnection: keep-alive", true),
        ("HTTP/1.1\r\nHost: a\r\nConnection: close", false), ("HTTP/1.1\r\nHost: a\r\nConnection: CLOSE", false),
        ("HTTP/1.1\r\nHost: a\r\nConnection: Upgrade , close", false),
        ("HTTP/1.1\r\nHost: a\r\nConnection: close, keep-alive", false),
        ("HTTP/1.1\r\nHost: a\r\nConnection: keep-alive\r\nConnection: close", false),
        ("HTTP/1.1\r\nHost: a\r\nConnection: closed", true), ("HTTP/1.1\r\nHost: a\r\nX-Connection: close", true),
        ("HTTP/1.0", false), ("HTTP/1.0\r\nConnection: Keep-Alive", true),
        ("HTTP/1.0\r\nConnection: keep-alive, close", false), ("HTTP/1.0\r\nConnection: x", false),
    ])
    func `a connection stays open as RFC 9112 §9.3 says`(request: String, keepsAlive: Bool) throws {
        #expect(try head(of: "GET / \(request)\r\n\r\n").keepsAlive == keepsAlive)
        RequestRow("9112 §9.3", "GET / \(request)\r\n\r\n", "GET /", "end").check()
    }

    private static let post = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n"

    @Test(arguments: [
        (post + "Expect: 100-continue", true), (post + "expect: 100-Continue", true),
        (post + "Expect: 100-continue\r\nExpect: 100-continue", true), (post, false),
        ("POST / HTTP/1.0\r\nContent-Length: 2\r\nExpect: 100-continue", false),
        ("POST / HTTP/1.0\r\nContent-Length: 2\r\nExpect: miracles", false),
        ("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue", false),
        ("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 0", false),
        ("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nTransfer-Encoding: chunked", true),
    ])
    func `a client waits for 100 only where content is to come`(request: String, expects: Bool) throws {
        let end = request.hasSuffix("\r\n") ? "\r\n" : "\r\n\r\n"
        #expect(try head(of: request + end).expectsContinue == expects)
    }

    @Test(arguments: ["miracles", "100-continue, miracles", "", "100-continue;a", "100", "100-continue\r\nExpect: x"])
    func `any other expectation fails`(value: String) {
        RequestRow("9110 §10.1.1", Self.post + "Expect: \(value)\r\n\r\n", "417").check()
    }

    @Test func `too long a content is refused before the client is told to go on`() {
        var parser = RequestParser()
        parser.receive(Array((Self.post + "Expect: 100-continue\r\n\r\n").utf8))
        guard case .head(let head) = parser.next() else {
            Issue.record("no head")
            return
        }
        #expect(head.expectsContinue)
        parser.limitBody(to: 1)
        guard case .refused(let refusal) = parser.next() else {
            Issue.record("the content is awaited")
            return
        }
        #expect(refusal.status == .contentTooLarge)
    }

    @Test func `an idle connection is told from one that has begun`() {
        var parser = RequestParser()
        #expect(parser.isIdle)
        for piece in ["G", "ET / HTTP/1.1\r\n", "Host: a\r\n"] {
            parser.receive(Array(piece.utf8))
            #expect(parser.nextOrNil() == nil)
            #expect(!parser.isIdle)
        }
        parser.receive(Array("\r\n".utf8))
        #expect(!parser.isIdle)
        while parser.nextOrNil() != nil {}
        #expect(parser.isIdle)
    }

    @Test func `a refusal is final`() {
        var parser = RequestParser()
        parser.receive(Array("BREW / HTTP/1.1\r\n\r\n".utf8))
        for _ in 0..<3 {
            guard case .refused(let refusal) = parser.next() else {
                Issue.record("the parser went on")
                return
            }
            #expect(refusal.status == .notImplemented)
            parser.receive(Array("GET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8))
            #expect(parser.pending == 0)
        }
    }

    @Test func `bytes come in from a pointer as from an array`() {
        var parser = RequestParser()
        Array("GET /a HTTP/1.1\r\nHost: a\r\n\r\n".utf8).withUnsafeBytes { parser.receive($0) }
        guard case .head(let head) = parser.next() else {
            Issue.record("no head")
            return
        }
        #expect(head.target.path == "/a")
    }

    @Test func `a hundred requests in one piece come out one by one`() {
        let raw = (0..<100).map { "POST /\($0) HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc" }.joined()
        let expected = (0..<100).flatMap { ["POST /\($0) length 3", "body abc", "end"] }
        #expect(Transcript(of: [Array(raw.utf8)[...]], limits: RequestLimits()).lines == expected)
    }
}
