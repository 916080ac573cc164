import Glibc
import HTTP
import Testing

@testable import Server

/// Deadlines on a live socket, all shortened to a fraction of a second; their rules are in `PatienceTests`.
struct DeadlineTests {
    @Test func `a header section that does not end in time is 408 and close`() throws {
        var limits = Limits()
        limits.headerSeconds = 0.05
        let server = try TestServer(limits: limits)
        let client = try server.client()
        try client.send("GET / HTTP/1.1\r\nHost: local")
        let answer = try client.answer()
        #expect(answer.status == 408)
        #expect(answer.headers["connection"] == "close")
        #expect(try client.seesEnd())
    }

    @Test func `content that trickles in is 408 and close`() throws {
        var limits = Limits()
        limits.bodyWindowSeconds = 0.05
        let server = try TestServer(limits: limits)
        let client = try server.client()
        try client.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nab")
        #expect(try client.answer().status == 408)
        #expect(try client.seesEnd())
    }

    @Test func `a connection without a request is closed silently`() throws {
        var limits = Limits()
        limits.headerSeconds = 0.05
        limits.idleSeconds = 0.05
        let server = try TestServer(limits: limits)
        let fresh = try server.client()
        #expect(try fresh.seesEnd())
        let used = try server.client()
        #expect(try used.get("/").status == 200)
        #expect(try used.seesEnd())
    }

    @Test func `a client that reads nothing is cut off, and its line tells how much it got`() throws {
        var application = TestApplication()
        application.answer = { _ in .text(String(repeating: "x", count: 30_000_000)) }
        var limits = Limits()
        limits.readWindowSeconds = 0.1
        let server = try TestServer(application, limits: limits)
        let client = try server.client(receiveBuffer: 4_096)
        try client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        let line = try #require(server.lines.next())
        #expect(line.status == 200)
        #expect(line.bytes > 0 && line.bytes < 30_000_000)
        #expect(client.countUntilEnd() < 30_000_000)
    }

    @Test func `a client that keeps reading, but slower than the lowest rate, is cut off with a reset`() throws {
        var application = TestApplication()
        application.answer = { _ in .text(String(repeating: "x", count: 30_000_000)) }
        var limits = Limits()
        limits.readWindowSeconds = 0.1
        limits.lowestReadRate = 1_000_000_000
        let server = try TestServer(application, limits: limits)
        let client = try server.client(receiveBuffer: 4_096)
        try client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        var count = 0
        let failure = try #require(throws: TestClient.Failure.self) {
            while try client.takeByte() { count += 1 }
        }
        #expect(failure.description.hasSuffix(" \(ECONNRESET)"))
        #expect(count > 0 && count < 30_000_000)
    }

    @Test func `on a crowded server those who ask for nothing make room`() throws {
        var limits = Limits()
        limits.connections = 8
        limits.crowdedIdleSeconds = 0.05
        let server = try TestServer(limits: limits)
        let idle = try (0..<8).map { _ in try server.client() }
        for client in idle { #expect(try client.get("/").status == 200) }
        // One of them is closed long before the sixty seconds that an idle connection has otherwise.
        var status = 503
        for _ in 0..<20_000 where status == 503 { status = try server.client().get("/").status }
        #expect(status == 200)
    }

    @Test func `a client that never closes after the last answer is closed`() throws {
        var limits = Limits()
        limits.lingerSeconds = 0.05
        limits.connections = 1
        let server = try TestServer(limits: limits)
        let client = try server.client()
        #expect(try client.get("/", headers: "Connection: close\r\n").status == 200)
        #expect(try client.seesEnd())
        // The place becomes free although the first client is still there.
        var status = 503
        for _ in 0..<20_000 where status == 503 { status = try server.client().get("/").status }
        #expect(status == 200)
    }
}
