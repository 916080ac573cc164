import HTTP
import Testing

@testable import Server

struct CapacityTests {
    @Test func `one connection too many is told to come back later`() throws {
        var limits = Limits()
        limits.connections = 2
        limits.retryAfterSeconds = 7
        let server = try TestServer(limits: limits)
        let (first, second) = (try server.client(), try server.client())
        #expect(try first.get("/").status == 200)
        #expect(try second.get("/").status == 200)
        let third = try server.client()
        let answer = try third.get("/")
        #expect(answer.status == 503)
        #expect(answer.headers["retry-after"] == "7")
        #expect(answer.headers["connection"] == "close")
        #expect(try third.seesEnd())
        #expect(try first.get("/").status == 200)
    }

    @Test func `even a flood of connections is answered one by one`() throws {
        var limits = Limits()
        limits.connections = 0
        limits.turnedAway = 10
        let server = try TestServer(limits: limits)
        let clients = try (0..<40).map { _ in try server.client() }
        for client in clients { #expect(try client.answer().status == 503) }
    }

    @Test func `a client that is turned away and has left keeps no place`() throws {
        let gate = Gate()
        var application = TestApplication()
        application.quickly = { _ in
            gate.pass()
            return .text("answered")
        }
        var limits = Limits()
        limits.connections = 1
        let server = try TestServer(application, limits: limits) { $0.eventQueues = 1 }
        let holding = try server.client()
        try holding.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        #expect(gate.holds(1))
        // Its request and its end are both there before the server looks at it for the first time.
        let leaving = try server.client()
        try leaving.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        leaving.endSending()
        gate.open(for: 1)
        #expect(try holding.answer().status == 200)
        #expect(try leaving.answer().status == 503)
        let start = ContinuousClock.now
        server.server.stop(within: 10)
        #expect(ContinuousClock.now - start < .seconds(limits.lingerSeconds - 1))
    }

    @Test func `a connection that has ended makes room for another`() throws {
        var limits = Limits()
        limits.connections = 1
        let server = try TestServer(limits: limits)
        for _ in 0..<20 {
            // The server may still be closing the one before.
            var status = 503
            for _ in 0..<20_000 where status == 503 {
                status = try server.client().get("/", headers: "Connection: close\r\n").status
            }
            #expect(status == 200)
        }
    }

    @Test func `a full lane answers 503 at once and the connection goes on`() throws {
        let gate = Gate()
        var application = TestApplication()
        application.answer = { request in
            gate.pass()
            return TestApplication().answer(request)
        }
        var limits = Limits()
        limits.waitingForPages = 1
        let server = try TestServer(application, limits: limits)
        let busy = try (0..<2).map { _ in try server.client() }
        for client in busy {
            try client.send("GET /busy HTTP/1.1\r\nHost: localhost\r\n\r\n")
            #expect(gate.holds(1))
        }
        // One of these two finds room in the lane, the other none.
        let late = try (0..<2).map { _ in try server.client() }
        for client in late { try client.send("GET /late HTTP/1.1\r\nHost: localhost\r\n\r\n") }
        let refused = try #require(server.lines.next())
        #expect(refused.status == 503)
        gate.open(for: 5)
        let answers = try late.map { try $0.answer() }
        #expect(answers.map(\.status).sorted() == [200, 503])
        #expect(answers.first { $0.status == 503 }?.headers["retry-after"] == "2")
        #expect(answers.first { $0.status == 503 }?.headers["connection"] == nil)
        for client in busy { #expect(try client.answer().status == 200) }
        for client in late { #expect(try client.get("/again").status == 200) }
    }

    @Test(arguments: [("/sign-in", "/upload"), ("/upload", "/sign-in")])
    func `a lane full of slow work leaves the others quick`(slow: String, other: String) throws {
        let gate = Gate()
        var application = TestApplication()
        application.answer = { request in
            if request.target.path == slow { gate.pass() }
            return .text("answered")
        }
        let server = try TestServer(application) {
            $0.passwordWorkers = 2
            $0.fileWorkers = 2
        }
        let signingIn = try (0..<5).map { _ in try server.client() }
        for client in signingIn { try client.send("POST \(slow) HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n") }
        #expect(gate.holds(2))
        let visitor = try server.client()
        for _ in 0..<20 { #expect(try visitor.get("/permits").text == "answered") }
        #expect(try visitor.get(other).text == "answered")
        gate.open(for: 5)
        for client in signingIn { #expect(try client.answer().text == "answered") }
    }

    @Test func `a hundred people signing in at once leave pages quick, and those who find no room are told so`() throws {
        let gate = Gate()
        var application = TestApplication()
        application.answer = { request in
            if request.target.path == "/sign-in" { gate.pass() }
            return .text("answered")
        }
        let server = try TestServer(application) {
            $0.passwordWorkers = 2
            $0.limits.waitingForPasswords = 64
        }
        let signingIn = try (0..<100).map { _ in try server.client() }
        let signIn = "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n"
        for client in signingIn[..<2] { try client.send(signIn) }
        #expect(gate.holds(2))
        for client in signingIn[2...] { try client.send(signIn) }
        let visitor = try server.client()
        for _ in 0..<20 { #expect(try visitor.get("/permits").text == "answered") }
        // Until here nobody has signed in: two are being looked at, 64 wait, and the others have been told.
        let lines = (0..<54).compactMap { _ in server.lines.next() }
        #expect(lines.count { $0.path == "/permits" && $0.status == 200 } == 20)
        #expect(lines.count { $0.path == "/sign-in" && $0.status == 503 } == 34)
        gate.open(for: 66)
        let answers = try signingIn.map { try $0.answer().status }
        #expect(answers.count { $0 == 200 } == 66)
    }

    @Test func `a large answer waits for its reader without holding up others`() throws {
        var application = TestApplication()
        application.answer = { .text(String(repeating: $0.target.path == "/large" ? "x" : "y", count: 8_000_000)) }
        let server = try TestServer(application)
        let slow = try server.client(receiveBuffer: 4_096)
        try slow.send("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n")
        #expect(try server.client().get("/other").content.count == 8_000_000)
        let answer = try slow.answer()
        #expect(answer.content.count == 8_000_000)
        #expect(answer.content.allSatisfy { $0 == UInt8(ascii: "x") })
        #expect(try slow.get("/next").status == 200)
    }
}
