import Glibc
import HTTP
import Synchronization
import Testing

@testable import Server

struct StartTests {
    private struct NoDatabase: Error {}

    private struct BrokenApplication: Application {
        func bodyLimit(for head: RequestHead) -> Int { 0 }
        var routeCount: Int { 0 }
        func quick(_ request: Request, figures: () -> ServerFigures) -> Response? { nil }
        func destination(of head: RequestHead) -> Destination { Destination(lane: .pages, route: 0) }
        func makeWorker() throws -> any Worker { throw NoDatabase() }
    }

    /// Notes the thread of each worker that it makes; a worker says whether it answers on that thread.
    private final class ThreadApplication: Application {
        let threads = Mutex<Set<pthread_t>>([])

        func bodyLimit(for head: RequestHead) -> Int { 0 }
        var routeCount: Int { 0 }
        func quick(_ request: Request, figures: () -> ServerFigures) -> Response? { nil }
        func destination(of head: RequestHead) -> Destination { Destination(lane: .pages, route: 0) }
        func makeWorker() -> any Worker {
            threads.withLock { _ = $0.insert(pthread_self()) }
            return ThreadWorker(thread: pthread_self())
        }
    }

    private struct ThreadWorker: Worker {
        let thread: pthread_t
        func respond(to request: Request) -> Response { .text(thread == pthread_self() ? "my own thread" : "another's") }
    }

    @Test func `a port in use is told in words`() throws {
        let first = try TestServer()
        let error = try #require(throws: ServerError.self) { try TestServer { $0.port = first.port } }
        #expect(error == .portInUse(host: "127.0.0.1", port: first.port))
        #expect("\(error)".hasPrefix("Port \(first.port) on 127.0.0.1 is already in use."))
    }

    @Test(arguments: ["10.0.0.1/8", "proxy.example", ""])
    func `a trusted proxy that is no address stops the start`(name: String) {
        #expect(throws: ServerError.notAnAddress(proxy: name)) { try TestServer { $0.trustedProxies = ["10.0.0.1", name] } }
    }

    @Test(arguments: ["no such host", "192.0.2.1", ""])
    func `an address that is not this machine's is told in words`(host: String) throws {
        let error = try #require(throws: ServerError.self) { try TestServer { $0.host = host } }
        guard case .unknownHost(host, _) = error else {
            Issue.record("\(error)")
            return
        }
    }

    @Test(arguments: ["127.0.0.1", "0.0.0.0", "localhost", "::"])
    func `a client of 127.0.0.1 reaches a server on this host`(host: String) throws {
        let server = try TestServer { $0.host = host }
        #expect(try server.client().get("/").status == 200)
        // Also where the connection came in over IPv6.
        #expect(server.lines.next()?.client == "127.0.0.1")
    }

    @Test func `a worker that cannot be made stops the start and frees the port`() throws {
        let server = HTTPServer(application: BrokenApplication(), configuration: ServerConfiguration(port: 0)) { _ in }
        #expect(throws: NoDatabase.self) { try server.start() }
    }

    @Test func `each worker is made once and on the thread that it answers on`() throws {
        let application = ThreadApplication()
        var configuration = ServerConfiguration(port: 0)
        configuration.pageWorkers = 3
        configuration.passwordWorkers = 1
        configuration.fileWorkers = 2
        let server = HTTPServer(application: application, configuration: configuration) { _ in }
        let client = try TestClient(port: server.start())
        #expect(application.threads.withLock { $0.count } == 6)
        for _ in 0..<20 { #expect(try client.get("/").text == "my own thread") }
        server.stop(within: 1)
        #expect(application.threads.withLock { $0.count } == 6)
    }
}
