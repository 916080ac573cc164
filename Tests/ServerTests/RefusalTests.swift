import HTTP
import Testing

@testable import Server

struct RefusalTests {
    @Test(arguments: [
        ("GET / HTTP/1.1\r\n\r\n", 400),
        ("GET / HTTP/1.1\nHost: a\n\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n", 400),
        ("GET /%2e%2e/ HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET * HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +1\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0x1\r\na\r\n0\r\n\r\n", 400),
        ("CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n", 405),
        ("TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", 405),
        ("POST / HTTP/1.0\r\n\r\na=b", 411),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9999999\r\n\r\n", 413),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nExpect: x\r\n\r\na", 417),
        ("BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 501),
        ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501),
        ("GET / HTTP/3.0\r\nHost: a\r\n\r\n", 505),
    ])
    func `what cannot be read is answered once with its status and a sentence, and ends the connection`(
        bytes: String, status: Int
    ) throws {
        let server = try TestServer()
        let client = try server.client()
        // A second request behind the first must not be answered: nobody knows that it is one.
        try client.send(bytes + "GET /second HTTP/1.1\r\nHost: localhost\r\n\r\n")
        let answer = try client.answer()
        #expect(answer.status == status)
        #expect(answer.headers["connection"] == "close")
        #expect(answer.headers["content-type"] == "text/plain; charset=utf-8")
        #expect(answer.headers["date"]?.hasSuffix(" GMT") == true)
        #expect(answer.headers["allow"] == (status == 405 ? "GET, HEAD" : nil))
        #expect(answer.names.count == Set(answer.names).count, "\(answer.names)")
        #expect(!answer.content.isEmpty)
        #expect(try client.seesEnd())
        let line = try #require(server.lines.next())
        #expect(line.status == status)
    }

    @Test(arguments: [
        ("HEAD / HTTP/1.1\r\n\r\n", 400), ("HEAD /%zz HTTP/1.1\r\nHost: a\r\n\r\n", 400), ("HEAD / HTTP/1.1\n", 400),
        ("HEAD / HTTP/3.0\r\nHost: a\r\n\r\n", 505), ("HEAD / HTTP/1.1\r\nHost: a\r\nContent-Length: 9999999\r\n\r\n", 413),
    ])
    func `a refused HEAD has no content in its answer either`(bytes: String, status: Int) throws {
        let server = try TestServer()
        let client = try server.client()
        try client.send(bytes)
        let answer = try client.answer(toHead: true)
        #expect(answer.status == status)
        #expect(answer.headers["content-length"] != "0")
        #expect(try client.seesEnd())
    }

    @Test func `every answer has a date, a length and each field once, and only a GET's has content`() throws {
        var application = TestApplication()
        application.answer = { request in
            if request.target.path == "/same" { return Response(.notModified, headers: Headers([("ETag", "\"1\"")])) }
            return .text("hello")
        }
        let server = try TestServer(application)
        let client = try server.client()
        let head = "HTTP/1.1\r\nHost: localhost\r\n\r\n"
        try client.send("HEAD / \(head)GET /same \(head)HEAD /same \(head)GET / \(head)")
        let answers = [
            try client.answer(toHead: true), try client.answer(), try client.answer(toHead: true), try client.answer(),
        ]
        #expect(answers.map(\.status) == [200, 304, 304, 200])
        #expect(answers.map { $0.headers["content-length"] } == ["5", nil, nil, "5"])
        #expect(answers.map(\.text) == ["", "", "", "hello"])
        for answer in answers {
            #expect(answer.headers["date"]?.hasSuffix(" GMT") == true)
            #expect(answer.names.count == Set(answer.names).count, "\(answer.names)")
        }
    }

    @Test func `the limits for lines and headers are the configured ones`() throws {
        var limits = Limits()
        limits.requestLine = 100
        limits.headerSection = 200
        limits.headerLines = 3
        let server = try TestServer(limits: limits)
        let padding = String(repeating: "x", count: 200)
        let requests = [
            "GET /\(padding) HTTP/1.1\r\nHost: a\r\n\r\n": 414,
            "GET / HTTP/1.1\r\nHost: a\r\nA: \(padding)\r\n\r\n": 431,
            "GET / HTTP/1.1\r\nHost: a\r\nA: 1\r\nB: 2\r\nC: 3\r\n\r\n": 431,
            "GET / HTTP/1.1\r\nHost: a\r\nA: 1\r\nB: 2\r\n\r\n": 200,
        ]
        for (request, status) in requests {
            let client = try server.client()
            try client.send(request)
            #expect(try client.answer().status == status)
        }
    }
}
