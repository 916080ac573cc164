import Dispatch
import HTTP
import Testing

@testable import Server

struct StopTests {
    @Test func `stopping answers what is in flight with close, ends idle connections and then returns`() throws {
        let gate = Gate()
        var application = TestApplication()
        application.answer = { request in
            if request.target.path == "/slow" { gate.pass() }
            return .text("answered")
        }
        let server = try TestServer(application)
        let idle = try server.client()
        #expect(try idle.get("/").status == 200)
        let busy = try server.client()
        try busy.send("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n")
        #expect(gate.holds(1))

        let stopped = DispatchSemaphore(value: 0)
        let http = server.server
        DispatchQueue.global().async {
            http.stop(within: 10)
            stopped.signal()
        }
        #expect(try idle.seesEnd())
        #expect(throws: TestClient.Failure.self) { try server.client() }
        gate.open(for: 1)
        let answer = try busy.answer()
        #expect(answer.text == "answered")
        #expect(answer.headers["connection"] == "close")
        #expect(try busy.seesEnd())
        busy.endSending()
        #expect(stopped.wait(timeout: .now() + 10) == .success)
    }

    @Test func `a request that has come in but was not read yet is still answered`() throws {
        let gate = Gate()
        var application = TestApplication()
        application.quickly = { request in
            if request.target.path == "/hold" { gate.pass() }
            return .text("answered")
        }
        let server = try TestServer(application) { $0.eventQueues = 1 }
        let holding = try server.client()
        let waiting = try server.client()
        #expect(try waiting.get("/").status == 200)
        try holding.send("GET /hold HTTP/1.1\r\nHost: localhost\r\n\r\n")
        #expect(gate.holds(1))
        // The one event queue is held: this request lies in the socket when the server begins to stop.
        try waiting.send("GET /waiting HTTP/1.1\r\nHost: localhost\r\n\r\n")
        let stopped = DispatchSemaphore(value: 0)
        let http = server.server
        DispatchQueue.global().async {
            http.stop(within: 10)
            stopped.signal()
        }
        gate.open(for: 1)
        #expect(try waiting.answer().text == "answered")
        #expect(try waiting.seesEnd())
        #expect(try holding.answer().text == "answered")
        waiting.endSending()
        holding.endSending()
        #expect(stopped.wait(timeout: .now() + 10) == .success)
    }

    @Test func `what takes longer than the stop may take is cut off`() throws {
        let gate = Gate()
        var application = TestApplication()
        application.answer = { _ in
            gate.pass()
            return .text("too late")
        }
        let server = try TestServer(application)
        let client = try server.client()
        try client.send("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n")
        #expect(gate.holds(1))
        server.server.stop(within: 0.05)
        #expect(client.countUntilEnd() == 0)
        #expect(server.lines.next()?.status == 0)
        gate.open(for: 1)
    }

    @Test func `stopping twice, or before the start, does nothing`() throws {
        let server = try TestServer()
        server.server.stop(within: 1)
        server.server.stop(within: 1)
        #expect(throws: ServerError.alreadyStarted) { try server.server.start() }
        HTTPServer(application: TestApplication(), configuration: ServerConfiguration(port: 0)) { _ in }.stop(within: 1)
    }

    @Test func `the port is free again after the stop`() throws {
        let first = try TestServer()
        #expect(try first.client().get("/").status == 200)
        first.server.stop(within: 1)
        let second = try TestServer { $0.port = first.port }
        #expect(second.port == first.port)
        #expect(try second.client().get("/").status == 200)
    }
}
