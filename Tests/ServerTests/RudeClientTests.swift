import HTTP
import Testing

@testable import Server

/// Crowds of clients that behave badly, with the server's own limits: a polite one is served in their midst.
struct RudeClientTests {
    /// More than a socket takes at once.
    private static let large = Response.text(String(repeating: "x", count: 8_000_000))

    private func server() throws -> TestServer {
        var application = TestApplication()
        application.answer = { $0.target.path == "/large" ? Self.large : .text("answered") }
        return try TestServer(application)
    }

    private func expectService(_ server: TestServer) throws {
        let polite = try server.client()
        for _ in 0..<50 { #expect(try polite.get("/").text == "answered") }
        #expect(try server.client().get("/").text == "answered")
    }

    @Test func `thousands of connections that send nothing keep nobody waiting`() throws {
        let server = try server()
        let silent = try (0..<3_000).map { _ in try server.client() }
        try expectService(server)
        // They have done nothing wrong yet: each may still ask.
        #expect(try silent[0].get("/").text == "answered")
        #expect(try silent[2_999].get("/").text == "answered")
        for client in silent { client.vanish() }
        try expectService(server)
    }

    @Test func `halves of headers and contents keep nobody waiting`() throws {
        let server = try server()
        let halves = [
            "G", "GET / HTTP/1.1\r\nHost: loc", "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nab",
            "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
        ]
        let rude = try (0..<400).map { number in
            let client = try server.client()
            try client.send(halves[number % halves.count])
            return client
        }
        try expectService(server)
        for (number, client) in rude.enumerated() where number % 2 == 0 { client.vanish() }
        try expectService(server)
    }

    @Test func `readers that never read keep nobody waiting`() throws {
        let server = try server()
        let rude = try (0..<20).map { _ in
            let client = try server.client(receiveBuffer: 4_096)
            try client.send("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n")
            return client
        }
        try expectService(server)
        for client in rude { client.vanish() }
        try expectService(server)
    }

    @Test func `half-closed sockets are answered and then see the end`() throws {
        let server = try server()
        for _ in 0..<50 {
            let client = try server.client()
            try client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
            client.endSending()
            #expect(try client.answer().text == "answered")
            #expect(try client.seesEnd())
        }
        try expectService(server)
    }

    @Test(arguments: [false, true])
    func `those who are gone in the middle of their answer are forgotten long before its time is over`(halfClosed: Bool) throws {
        let server = try server()
        for _ in 0..<20 {
            let client = try server.client()
            try client.send("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n")
            if halfClosed { client.endSending() }
            #expect(try client.takeByte())
            client.vanish()
        }
        // A line comes once the connection is given up; it is waited for ten seconds, where a reader has thirty.
        for _ in 0..<20 { #expect(try #require(server.lines.next()).bytes < 8_000_000) }
        try expectService(server)
    }
}
