import Testing

@testable import Server

struct RefusalTests {
    @Test(arguments: [
        ("GET / HTTP/1.1\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
        ("BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 501),
        ("GET / HTTP/3.0\r\nHost: a\r\n\r\n", 505),
    ])
    func `what cannot be read is answered with its status and a sentence, and ends the connection`(
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
        #expect(!answer.content.isEmpty)
        #expect(try client.seesEnd())
        let line = try #require(server.lines.next())
        #expect(line.status == status)
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
