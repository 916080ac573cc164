import HTTP
import Testing

@testable import Server

/// `Forwarded` (RFC 7239), and what holds where a request has it and X-Forwarded-For both.
struct ForwardedTests {
    private let names: Set<String> = ["10.0.0.1", "10.0.0.2", "2001:db8::1"]

    private func client(_ forwarded: String..., fields: ForwardedFields = .either) throws -> String {
        let headers = Headers(forwarded.map { ("Forwarded", $0) })
        let peer = try #require(IPAddress("10.0.0.1"))
        return TrustedProxies(names, writing: fields).client(behind: peer, headers: headers).text
    }

    @Test(arguments: [
        ("for=192.0.2.1", "192.0.2.1"),
        ("For=192.0.2.1;proto=https;by=10.0.0.1;host=\"permits.example\"", "192.0.2.1"),
        ("proto=https;for=\"192.0.2.1:4711\"", "192.0.2.1"),
        ("for=\"[2001:DB8:CAFE::17]:4711\"", "2001:db8:cafe::17"),
        ("for=\"[2001:db8:cafe::17]:_port\"", "2001:db8:cafe::17"),
        ("for=192.0.2.66, for=192.0.2.1", "192.0.2.1"),
        ("for=192.0.2.1, for=10.0.0.2", "192.0.2.1"),
        ("for=192.0.2.1 ,\tfor=\"[2001:db8::1]\" , for=10.0.0.2, ,", "192.0.2.1"),
        ("for=\"192\\.0.2.1\";by=\"a,b;c=\\\"d\"", "192.0.2.1"),
    ])
    func `the client is the right-most address that is no proxy of ours`(field: String, expected: String) throws {
        #expect(try client(field) == expected)
        #expect(try client(field, fields: .forwarded) == expected)
    }

    @Test(arguments: ["for=unknown", "for=\"unknown:80\"", "for=_hidden", "for=\"_SEVKISEK\"", "proto=https", "by=10.0.0.1"])
    func `a proxy that does not tell, or hides, leaves the nearest address that is known`(field: String) throws {
        #expect(try client(field) == "10.0.0.1")
        #expect(try client("for=192.0.2.66, \(field)") == "10.0.0.1")
        #expect(try client("for=192.0.2.66, \(field), for=10.0.0.2") == "10.0.0.2")
    }

    @Test(arguments: [
        "", "for", "for=", "=192.0.2.1", "for=\"192.0.2.1", "for=192.0.2.1;for=192.0.2.2", "for=192.0.2.1 proto=https",
        "for=192.0.2.1;;proto", "for=\"192.0.2.1\\", "for=192.0\".2.1",
    ])
    func `what is malformed says nothing`(field: String) throws {
        #expect(try client(field) == "10.0.0.1")
    }

    @Test(arguments: ["for=\"", "for=\"192.0.2.66", "\"\\", "for=192.0.2.66;by=\"\\\"", ",,\"x,\"y\""])
    func `a quote that a visitor left open does not hide what our proxy says`(written: String) throws {
        #expect(try client("\(written), for=192.0.2.1;by=\"10.0.0.1\"") == "192.0.2.1")
        #expect(try client(written, "for=192.0.2.1") == "192.0.2.1")
    }

    @Test func `the nearest proxy says whether the client came over TLS`() {
        let proxies = TrustedProxies(names)
        #expect(proxies.isSecure(Headers([("Forwarded", "for=192.0.2.1;proto=http, for=10.0.0.2;proto=HTTPS")])))
        #expect(!proxies.isSecure(Headers([("Forwarded", "for=192.0.2.1;proto=https, for=10.0.0.2;proto=http")])))
        #expect(!proxies.isSecure(Headers([("Forwarded", "for=192.0.2.1;proto=https"), ("Forwarded", "for=10.0.0.2")])))
        #expect(!proxies.isSecure(Headers([("Forwarded", "proto=https;proto=https")])))
    }

    @Test(arguments: [
        (ForwardedFields.either, "192.0.2.1", true), (.xForwarded, "192.0.2.1", true), (.forwarded, "198.51.100.7", false),
    ])
    func `where both are there, the one that our proxies write counts and the other is a visitor's`(
        fields: ForwardedFields, expected: String, isSecure: Bool
    ) throws {
        let headers = Headers([
            ("Forwarded", "for=198.51.100.7;proto=http"), ("X-Forwarded-For", "192.0.2.1"), ("X-Forwarded-Proto", "https"),
        ])
        let proxies = TrustedProxies(names, writing: fields)
        #expect(proxies.client(behind: try #require(IPAddress("10.0.0.1")), headers: headers).text == expected)
        #expect(proxies.isSecure(headers) == isSecure)
    }

    @Test func `a proxy that is said to write the one is not believed in the other`() throws {
        #expect(try client("for=192.0.2.1", fields: .xForwarded) == "10.0.0.1")
        let proxies = TrustedProxies(names, writing: .forwarded)
        let headers = Headers([("X-Forwarded-For", "192.0.2.1"), ("X-Forwarded-Proto", "https")])
        #expect(proxies.client(behind: try #require(IPAddress("10.0.0.1")), headers: headers).text == "10.0.0.1")
        #expect(!proxies.isSecure(headers))
    }

    @Test func `on a socket it counts from a trusted proxy only`() throws {
        var application = TestApplication()
        application.answer = { .text("\($0.client) \($0.isSecure)") }
        let forwarded = "Forwarded: for=\"[2001:db8:cafe::17]:4711\";proto=https\r\n"
        let trusting = try TestServer(application) { $0.trustedProxies = ["127.0.0.1"] }
        #expect(try trusting.client().get("/", headers: forwarded).text == "2001:db8:cafe::17 true")
        #expect(trusting.lines.next()?.client == "2001:db8:cafe::17")
        let wary = try TestServer(application)
        #expect(try wary.client().get("/", headers: forwarded).text == "127.0.0.1 false")
    }
}
