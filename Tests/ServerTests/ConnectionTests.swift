import HTTP
import Testing

@testable import Server

struct ConnectionTests {
    @Test func `a connection answers one request after the other`() throws {
        let server = try TestServer()
        let client = try server.client()
        for number in 1...3 {
            let answer = try client.get("/permits/\(number)")
            #expect(answer.status == 200)
            #expect(answer.text == "GET /permits/\(number) empty 0 ")
            #expect(answer.headers["connection"] == nil)
            #expect(answer.headers["date"]?.hasSuffix(" GMT") == true)
        }
    }

    @Test func `requests sent ahead are answered in order, quick ones too`() throws {
        var application = TestApplication()
        application.quickly = { $0.target.path.hasSuffix("0") ? .text("quick \($0.target.path)") : nil }
        let server = try TestServer(application)
        let client = try server.client()
        try client.send((1...50).map { "GET /\($0) HTTP/1.1\r\nHost: localhost\r\n\r\n" }.joined())
        for number in 1...50 {
            let expected = number % 10 == 0 ? "quick /\(number)" : "GET /\(number) empty 0 "
            #expect(try client.answer().text == expected)
        }
    }

    @Test func `a request may arrive in pieces of one byte`() throws {
        let server = try TestServer()
        let client = try server.client()
        for byte in Array("POST /a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello".utf8) {
            try client.send([byte])
        }
        #expect(try client.answer().text == "POST /a memory 5 hello")
    }

    @Test func `the answer to HEAD has the length of the content but not the content`() throws {
        let server = try TestServer()
        let client = try server.client()
        try client.send("HEAD /a HTTP/1.1\r\nHost: localhost\r\n\r\n")
        let answer = try client.answer(toHead: true)
        #expect(answer.headers["content-length"] == "16")
        // Anything sent as content would be taken for the beginning of this answer.
        #expect(try client.get("/b").text == "GET /b empty 0 ")
    }

    @Test func `a client that says it will close is answered and then sees the end`() throws {
        let server = try TestServer()
        let client = try server.client()
        let answer = try client.get("/", headers: "Connection: close\r\n")
        #expect(answer.status == 200)
        #expect(answer.headers["connection"] == "close")
        #expect(try client.seesEnd())
    }

    @Test func `a client that has ended its sending still gets its answers`() throws {
        let server = try TestServer()
        let client = try server.client()
        try client.send("GET /1 HTTP/1.1\r\nHost: localhost\r\n\r\nGET /2 HTTP/1.1\r\nHost: localhost\r\n\r\n")
        client.endSending()
        #expect(try client.answer().text == "GET /1 empty 0 ")
        #expect(try client.answer().text == "GET /2 empty 0 ")
        #expect(try client.seesEnd())
    }

    @Test func `a request that ends in the middle is dropped and never reaches a worker`() throws {
        var application = TestApplication()
        application.answer = { request in
            #expect(request.target.path == "/whole")
            return .text("whole")
        }
        let server = try TestServer(application)
        for part in ["GET /half HTT", "POST /half HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nhello"] {
            let client = try server.client()
            try client.send(part)
            client.endSending()
            #expect(try client.seesEnd())
        }
        #expect(try server.client().get("/whole").text == "whole")
    }

    @Test func `a client that vanishes while it is being answered disturbs nobody`() throws {
        let gate = Gate()
        var application = TestApplication()
        application.answer = { request in
            if request.target.path == "/slow" { gate.pass() }
            return .text(String(repeating: "x", count: 100_000))
        }
        let server = try TestServer(application)
        let leaving = try server.client()
        try leaving.send("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n")
        #expect(gate.holds(1))
        leaving.vanish()
        gate.open(for: 1)
        #expect(server.lines.next()?.path == "/slow")
        #expect(try server.client().get("/").content.count == 100_000)
    }

    @Test func `the last request of a long connection is answered with close`() throws {
        var limits = Limits()
        limits.requestsPerConnection = 3
        let server = try TestServer(limits: limits)
        let client = try server.client()
        #expect(try client.get("/").headers["connection"] == nil)
        #expect(try client.get("/").headers["connection"] == nil)
        #expect(try client.get("/").headers["connection"] == "close")
        #expect(try client.seesEnd())
    }

    @Test func `a hundred clients at once are all answered`() throws {
        let server = try TestServer()
        let clients = try (0..<100).map { _ in try server.client() }
        for (number, client) in clients.enumerated() {
            try client.send("GET /\(number) HTTP/1.1\r\nHost: localhost\r\n\r\n")
        }
        for (number, client) in clients.enumerated() {
            #expect(try client.answer().text == "GET /\(number) empty 0 ")
        }
    }
}
