import HTTP
import Portal
import Storage
import TestSupport
import Testing

@testable import PermitPortal
@testable import Server

struct MetricsTests {
    private let folder: TemporaryFolder
    private let database: PermitDatabase

    init() throws {
        folder = try TemporaryFolder()
        database = try PermitDatabase(folder: try DataFolder(path: folder.file("data")))
    }

    private func metrics(_ routes: [RouteFigures] = []) -> Metrics {
        let waits = Histogram(bounds: [0.001, 0.01], counts: [5, 0, 1], sum: 2.5)
        let lanes = Lane.allCases.map {
            LaneFigures(lane: $0, waiting: 3, capacity: 64, workers: 4, busyWorkers: 2, refused: 7, waits: waits)
        }
        let figures = ServerFigures(
            connections: .init(open: 9, limit: 16_384, accepted: 100, turnedAwayFull: 1, turnedAwayClient: 2), countedClients: 8,
            routes: routes, contentBytes: 12_345, lanes: lanes)
        return Metrics(server: figures, database: database.figures)
    }

    private func read(_ metrics: Metrics) throws -> MetricsReader {
        guard case .bytes(let bytes) = metrics.response.body else { throw MetricsReader.Failure(description: "no content") }
        return try MetricsReader(String(decoding: bytes, as: UTF8.self))
    }

    @Test func `every family is there and as the format says`() throws {
        let metrics = metrics()
        #expect(metrics.response.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8")
        let read = try read(metrics)
        #expect(read.families.count == 28)
        #expect(read.families.keys.allSatisfy { $0.hasPrefix("permit_portal_") || $0.hasPrefix("process_") })
        #expect(read.value("permit_portal_connections_open") == 9)
        #expect(read.value("permit_portal_connections_turned_away_total", ["reason": "client"]) == 2)
        #expect(read.value("permit_portal_lane_waiting_requests", ["lane": "passwords"]) == 3)
        #expect(read.value("permit_portal_lane_wait_duration_seconds_bucket", ["lane": "pages", "le": "0.01"]) == 5)
        #expect(read.value("permit_portal_http_response_content_bytes_total") == 12_345)
    }

    @Test func `requests are named by their route, never by their address`() throws {
        let seconds = Histogram(bounds: [1], counts: [3, 0], sum: 0.25)
        let number = try #require(CountedRoute.all.firstIndex { $0.pattern == "/permits/{number}" })
        let unread = CountedRoute.all.count
        let read = try read(
            metrics([
                RouteFigures(route: number, answers: [200: 2, 404: 1], seconds: seconds),
                RouteFigures(route: unread, answers: [400: 3], seconds: seconds),
                RouteFigures(route: 0, answers: [:], seconds: seconds),
            ]))
        let requests = "permit_portal_http_requests_total"
        #expect(read.families[requests]?.samples.count == 3)
        #expect(read.value(requests, ["method": "GET", "route": "/permits/{number}", "status": "404"]) == 1)
        #expect(read.value(requests, ["method": "", "route": "unread", "status": "400"]) == 3)
        let durations = "permit_portal_http_request_duration_seconds"
        #expect(read.value(durations + "_sum", ["method": "GET", "route": "/permits/{number}"]) == 0.25)
        #expect(read.families[durations]?.samples.count == 2 * 4)
    }

    @Test func `writes and their commits are counted`() throws {
        try database.write { _ in }
        struct Refused: Error {}
        #expect(throws: Refused.self) { try database.write { _ in throw Refused() } }
        let read = try read(metrics())
        #expect(read.value("permit_portal_database_writes_total") == 1)
        #expect(read.value("permit_portal_database_failed_writes_total") == 1)
        #expect(read.value("permit_portal_database_write_duration_seconds_count") == 2)
        #expect(read.value("permit_portal_database_commit_size_writes_bucket", ["le": "1"]) == 2)
        #expect(try #require(read.value("permit_portal_database_file_bytes")) > 0)
    }

    @Test func `the process is told as the system sees it`() throws {
        let figures = try #require(ProcessFigures())
        #expect(figures.residentBytes > 1 << 20 && figures.virtualBytes > figures.residentBytes)
        #expect(figures.openDescriptors > 2 && figures.openDescriptors <= figures.mostDescriptors)
        #expect(figures.processorSeconds > 0)
        let now = Double(Office.now.rawValue)
        #expect(figures.startedAt > now - 86_400 && figures.startedAt < now + 2)
    }

    @Test(arguments: [
        ("127.0.0.1", "localhost:8080"), ("127.0.0.2", "127.0.0.1:8080"), ("::1", "[::1]:8080"), ("::1", "LOCALHOST"),
    ])
    func `this machine may ask`(client: String, host: String) throws {
        for method in [Method.get, .head] {
            #expect(Metrics.areMeant(by: try Request(method, "/metrics?x=1", headers: Headers([("Host", host)]), client: client)))
        }
        #expect(!Metrics.areMeant(by: try Request(.post, "/metrics", headers: Headers([("Host", host)]), client: client)))
        #expect(!Metrics.areMeant(by: try Request(.get, "/metrics/", headers: Headers([("Host", host)]), client: client)))
    }

    @Test(arguments: ["192.0.2.1", "128.0.0.1", "2001:db8::1", "::", "127.0.0.1.example", "unknown", ""])
    func `another machine may not`(client: String) throws {
        #expect(!Metrics.areMeant(by: try Request(.get, "/metrics", client: client)))
    }

    @Test(arguments: ["Forwarded", "X-Forwarded-For", "x-forwarded-proto", "X-Forwarded-Host", "X-Real-IP", "Via"])
    func `nobody may through a proxy, whoever it says that asks`(field: String) throws {
        let headers = Headers([("Host", "localhost"), (field, "127.0.0.1")])
        #expect(!Metrics.areMeant(by: try Request(.get, "/metrics", headers: headers)))
    }

    @Test(arguments: [
        "permits.example.gov", "rebound.example:8080", "127.0.0.1.example", "127.0.0.1@x", "localhost.example", "1.127.0.0",
    ])
    func `a name that is not this machine's own is not answered`(host: String) throws {
        #expect(!Metrics.areMeant(by: try Request(.get, "/metrics", headers: Headers([("Host", host)]))))
    }
}
