import Foundation
import HTTP
import Synchronization
import Testing

@testable import Server

struct FiguresTests {
    /// A server whose figures can be asked for by a path.
    private final class Watched {
        let server: TestServer
        private let last: Box

        private final class Box: Sendable {
            let figures = Mutex<ServerFigures?>(nil)
        }

        init(_ application: TestApplication = TestApplication(), limits: Limits = Limits()) throws {
            let box = Box()
            last = box
            var application = application
            application.look = { figures in box.figures.withLock { $0 = figures } }
            let quickly = application.quickly
            application.quickly = { $0.target.path == "/figures" ? .text("seen") : quickly($0) }
            server = try TestServer(application, limits: limits)
        }

        func figures(_ client: TestClient) throws -> ServerFigures {
            #expect(try client.get("/figures").text == "seen")
            return try #require(last.figures.withLock { $0 })
        }
    }

    private func answers(_ figures: ServerFigures) -> [[Int: Int]] { figures.routes.map(\.answers) }

    @Test func `answers are counted by route and status, and each has its time`() throws {
        var application = TestApplication()
        application.answer = { $0.target.path == "/" ? .text("12345") : .text("none", status: .notFound) }
        let watched = try Watched(application)
        let client = try watched.server.client()
        for path in ["/", "/?q=1", "/made/up", "/made/up/too"] { _ = try client.get(path) }
        let bad = try watched.server.client()
        try bad.send("BAD\r\n\r\n")
        #expect(try bad.answer().status == 400)
        for _ in 0..<5 { #expect(watched.server.lines.next() != nil) }
        let figures = try watched.figures(client)
        #expect(answers(figures) == [[200: 2], [:], [:], [404: 2], [400: 1]])
        #expect(figures.routes.map(\.seconds.total) == [2, 0, 0, 2, 1])
        #expect(figures.routes[0].seconds.sum > 0 && figures.routes[0].seconds.bounds.count == 14)
        #expect(figures.contentBytes > 18)
        #expect(try answers(watched.figures(client))[2] == [200: 1])
    }

    @Test func `connections are counted while they are open, and those turned away by the reason`() throws {
        var limits = Limits()
        limits.connections = 2
        let watched = try Watched(limits: limits)
        let first = try watched.server.client()
        var figures = try watched.figures(first)
        #expect(figures.connections == .init(open: 1, limit: 2, accepted: 1, turnedAwayFull: 0, turnedAwayClient: 0))
        let second = try watched.server.client()
        #expect(try second.get("/").status == 200)
        #expect(try watched.server.client().answer().status == 503)
        figures = try watched.figures(first)
        #expect(figures.connections == .init(open: 2, limit: 2, accepted: 2, turnedAwayFull: 1, turnedAwayClient: 0))

        limits.connectionsPerClient = 1
        let counting = try Watched(limits: limits)
        let only = try counting.server.client(from: 2)
        #expect(try only.get("/").status == 200)
        #expect(try counting.server.client(from: 2).answer().status == 429)
        figures = try counting.figures(only)
        #expect(figures.connections == .init(open: 1, limit: 2, accepted: 1, turnedAwayFull: 0, turnedAwayClient: 1))
        #expect(figures.countedClients == 1)
    }

    @Test func `a lane tells who waits, who works and who was refused`() throws {
        let gate = Gate()
        var application = TestApplication()
        application.answer = { request in
            gate.pass()
            return .text("answered")
        }
        var limits = Limits()
        limits.waitingForPages = 1
        let watched = try Watched(application, limits: limits)
        let clients = try (0..<4).map { _ in try watched.server.client() }
        for client in clients.prefix(2) {
            try client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
            #expect(gate.holds(1))
        }
        for client in clients.suffix(2) { try client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n") }
        #expect(watched.server.lines.next()?.status == 503)
        let visitor = try watched.server.client()
        let pages = try watched.figures(visitor).lanes[0]
        #expect(pages.lane == .pages)
        #expect(pages.waiting == 1 && pages.capacity == 1 && pages.refused == 1)
        #expect(pages.workers == 2 && pages.busyWorkers == 2 && pages.waits.total == 2)
        gate.open(for: 3)
        #expect(try clients.map { try $0.answer().status }.sorted() == [200, 200, 200, 503])
        let after = try watched.figures(visitor).lanes[0]
        #expect(after.waiting == 0 && after.busyWorkers == 0 && after.waits.total == 3)
        #expect(after.waits.sum > 0)
    }

    @Test func `a code that nobody has registered is counted as its class`() {
        let tally = Tally(routeCount: 2)
        for (route, status) in [(0, 599), (0, 500), (1, 0), (1, 222), (2, 200), (0, 600)] {
            tally.count(
                AccessLine(
                    time: 0, id: 0, client: "", method: "GET", path: "/", route: route, status: status, bytes: 1,
                    microseconds: 20_000_000))
        }
        #expect(tally.routes.map(\.answers) == [[500: 2], [0: 1, 200: 1]])
        #expect(tally.routes.map { $0.seconds.counts.last } == [2, 2])
        #expect(tally.contentBytes == 4)
    }

    @Test func `adding from many threads loses nothing`() {
        let counters = Counters(3)
        let watch = Stopwatch()
        let everybody = DispatchGroup()
        for _ in 0..<8 {
            everybody.enter()
            Thread {
                for number in 0..<1_000 {
                    counters.add(at: number % 3)
                    watch.add(microseconds: number)
                }
                everybody.leave()
            }.start()
        }
        everybody.wait()
        #expect(counters[0] == 2_672 && counters[1] == 2_664 && counters[2] == 2_664)
        #expect(Array(watch.histogram.counts.prefix(3)) == [2_008, 2_000, 3_992])
    }

    @Test func `where descriptors are few, fewer are served and the rest are told`() {
        let surroundings = Surroundings(application: TestApplication(), configuration: ServerConfiguration()) { _ in }
        surroundings.fit(intoDescriptors: 64)
        #expect(surroundings.connectionFigures.limit == 48)
        surroundings.fit(intoDescriptors: 1_000_000)
        #expect(surroundings.connectionFigures.limit == Limits().connections)
    }
}

extension Histogram {
    fileprivate var total: Int { counts.reduce(0, +) }
}
