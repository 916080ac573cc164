import HTTP
import Testing

@testable import Server

/// What one client may have at a time, be it an address of its own or one that a trusted proxy names.
struct ClientShareTests {
    private func ask(_ path: String, for client: String) -> String {
        "GET \(path) HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: \(client)\r\n\r\n"
    }

    @Test func `one connection too many of one client is 429, others are served, and one that has ended makes room`() throws {
        var limits = Limits()
        limits.connectionsPerClient = 2
        limits.retryAfterSeconds = 7
        let server = try TestServer(limits: limits)
        let first = try server.client(from: 2)
        let second = try server.client(from: 2)
        #expect(try first.get("/").status == 200)
        #expect(try second.get("/").status == 200)
        let third = try server.client(from: 2)
        let answer = try third.answer()
        #expect(answer.status == 429)
        #expect(answer.headers["retry-after"] == "7" && answer.headers["connection"] == "close")
        #expect(answer.headers["cache-control"] == "no-store")
        #expect(try third.seesEnd())
        #expect(server.lines.next()?.client == "127.0.0.2")
        #expect(try server.client(from: 3).get("/").status == 200)
        #expect(try first.get("/", headers: "Connection: close\r\n").status == 200)
        first.endSending()
        var status = 429
        for _ in 0..<20_000 where status == 429 { status = try server.client(from: 2).get("/").status }
        #expect(status == 200)
        #expect(try second.get("/").status == 200)
    }

    @Test func `even a flood from one client is answered one by one, and keeps nobody else out`() throws {
        var limits = Limits()
        limits.connectionsPerClient = 5
        limits.turnedAway = 3
        let server = try TestServer(limits: limits)
        let flood = try (0..<40).map { _ in try server.client(from: 2) }
        #expect(try server.client(from: 3).get("/").status == 200)
        for client in flood[..<5] { #expect(try client.get("/").status == 200) }
        for client in flood[5...] { #expect(try client.answer().status == 429) }
    }

    @Test func `this machine and a trusted proxy may have as many connections as they like`() throws {
        var limits = Limits()
        limits.connectionsPerClient = 1
        let server = try TestServer(limits: limits) { $0.trustedProxies = ["127.0.0.2"] }
        for number in [1, 2] as [UInt8] {
            let clients = try (0..<5).map { _ in try server.client(from: number) }
            for client in clients { #expect(try client.get("/").status == 200) }
        }
    }

    @Test func `behind a proxy one client's requests are 429 past its share, and others are served`() throws {
        let gate = Gate()
        var application = TestApplication()
        application.answer = { request in
            if request.target.path == "/slow" { gate.pass() }
            return .text("answered")
        }
        application.quickly = { $0.target.path == "/quick" ? .text("at once") : nil }
        var limits = Limits()
        limits.pagesPerClient = 2
        let server = try TestServer(application, limits: limits) {
            $0.trustedProxies = ["127.0.0.1"]
            $0.pageWorkers = 3
        }
        // Of one /64, so one client.
        let greedy = try (1...2).map { number in
            let client = try server.client()
            try client.send(ask("/slow", for: "2001:db8::\(number)"))
            return client
        }
        #expect(gate.holds(2))
        let third = try server.client()
        try third.send(ask("/page", for: "[2001:db8::3]:4711"))
        let refused = try third.answer()
        #expect(refused.status == 429 && refused.headers["retry-after"] == "2")
        // The proxy's connection is not the client's fault, and goes on; what needs no worker is still answered.
        #expect(refused.headers["connection"] == nil)
        try third.send(ask("/quick", for: "2001:db8::3"))
        #expect(try third.answer().text == "at once")
        for other in ["2001:db8:0:1::1", "192.0.2.1"] {
            try third.send(ask("/page", for: other))
            #expect(try third.answer().text == "answered")
        }
        gate.open(for: 2)
        for client in greedy { #expect(try client.answer().text == "answered") }
        try third.send(ask("/page", for: "2001:db8::3"))
        #expect(try third.answer().text == "answered")
    }

    @Test func `a client that goes away keeps its share until its request has let go of the worker`() throws {
        let gate = Gate()
        var application = TestApplication()
        application.answer = { request in
            if request.target.path == "/slow" { gate.pass() }
            return .text("answered")
        }
        var limits = Limits()
        limits.pagesPerClient = 1
        let server = try TestServer(application, limits: limits) { $0.trustedProxies = ["127.0.0.1"] }
        let leaving = try server.client()
        try leaving.send(ask("/slow", for: "192.0.2.1"))
        #expect(gate.holds(1))
        leaving.vanish()
        let returning = try server.client()
        try returning.send(ask("/page", for: "192.0.2.1"))
        #expect(try returning.answer().status == 429)
        gate.open(for: 1)
        #expect(server.lines.next()?.status == 429)
        #expect(server.lines.next()?.path == "/slow")
        try returning.send(ask("/page", for: "192.0.2.1"))
        #expect(try returning.answer().status == 200)
    }

    @Test func `signing in has a share of its own`() throws {
        let gate = Gate()
        var application = TestApplication()
        application.answer = { request in
            if request.target.path == "/sign-in" { gate.pass() }
            return .text("answered")
        }
        var limits = Limits()
        limits.passwordsPerClient = 1
        limits.pagesPerClient = 1
        let server = try TestServer(application, limits: limits) { $0.trustedProxies = ["127.0.0.1"] }
        let first = try server.client()
        try first.send(ask("/sign-in", for: "192.0.2.1"))
        #expect(gate.holds(1))
        let second = try server.client()
        try second.send(ask("/sign-in", for: "192.0.2.1"))
        #expect(try second.answer().status == 429)
        try second.send(ask("/page", for: "192.0.2.1"))
        #expect(try second.answer().status == 200)
        gate.open(for: 1)
        #expect(try first.answer().status == 200)
    }

    @Test func `the table holds only those who have something`() throws {
        let table = ClientTable()
        let claims = try (0..<100).map { number in
            ClientClaim(client: try #require(IPAddress("192.0.2.\(number)")).network, kind: .connection)
        }
        for claim in claims { #expect(table.take(claim, most: 2) && table.take(claim, most: 2) && !table.take(claim, most: 2)) }
        #expect(table.count == 100)
        for claim in claims { table.giveBack(claim) }
        #expect(table.count == 100)
        for claim in claims { table.giveBack(claim) }
        #expect(table.count == 0)
    }

    @Test(arguments: [
        ("2001:db8::1", "2001:db8::ffff:ffff:ffff:ffff", true), ("2001:db8::1", "2001:db8:0:1::1", false),
        ("192.0.2.1", "192.0.2.2", false), ("192.0.2.1", "::ffff:192.0.2.1", true), ("0.0.0.1", "::1", false),
    ])
    func `an IPv6 client is its 64 bits of network, an IPv4 client its address`(one: String, other: String, isSame: Bool) throws {
        #expect(try (#require(IPAddress(one)).network == #require(IPAddress(other)).network) == isSame)
    }

    @Test(arguments: [
        ("127.0.0.1", true), ("::1", true), ("::ffff:127.0.0.1", true), ("127.0.0.2", false), ("0.0.0.1", false), ("::2", false),
    ])
    func `only the usual loopback addresses are this machine`(text: String, isThisMachine: Bool) throws {
        #expect(try #require(IPAddress(text)).isThisMachine == isThisMachine)
    }
}
