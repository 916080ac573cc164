import HTTP
import Testing

@testable import Server

struct AccessTests {
    @Test func `an answer is logged with its facts but without the query`() throws {
        let server = try TestServer()
        let answer = try server.client().get("/permits?name=Rosa+Delgado&token=secret")
        let line = try #require(server.lines.next())
        #expect(line.method == "GET")
        #expect(line.path == "/permits")
        #expect(line.status == 200)
        #expect(line.client == "127.0.0.1")
        #expect(line.bytes == answer.content.count)
        #expect(line.microseconds >= 0)
        #expect(line.time > 1_700_000_000_000_000)
    }

    @Test func `two answers have different ids`() throws {
        let server = try TestServer()
        let client = try server.client()
        _ = try (client.get("/"), client.get("/"))
        #expect(try #require(server.lines.next()).id != #require(server.lines.next()).id)
    }

    @Test func `a forwarded address counts only from a trusted proxy`() throws {
        var application = TestApplication()
        application.answer = { .text("\($0.client) \($0.isSecure)") }
        let forwarded = "X-Forwarded-For: 192.0.2.66, 198.51.100.7\r\nX-Forwarded-Proto: https\r\n"

        let trusting = try TestServer(application) { $0.trustedProxies = ["127.0.0.1"] }
        #expect(try trusting.client().get("/", headers: forwarded).text == "198.51.100.7 true")
        #expect(trusting.lines.next()?.client == "198.51.100.7")
        #expect(try trusting.client().get("/").text == "127.0.0.1 false")

        let wary = try TestServer(application) { $0.trustedProxies = ["10.0.0.1"] }
        #expect(try wary.client().get("/", headers: forwarded).text == "127.0.0.1 false")
        #expect(wary.lines.next()?.client == "127.0.0.1")
    }
}
