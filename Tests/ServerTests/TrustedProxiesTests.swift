import HTTP
import Testing

@testable import Server

struct TrustedProxiesTests {
    private let proxies = TrustedProxies(["10.0.0.1", "10.0.0.2", "2001:DB8:0::1"])

    private func client(_ forwarded: String..., peer: String = "10.0.0.1") throws -> String {
        let peer = try #require(IPAddress(peer))
        return proxies.client(behind: peer, headers: Headers(forwarded.map { ("X-Forwarded-For", $0) })).text
    }

    @Test func `the client is the right-most address that is not a proxy of ours`() throws {
        #expect(try client("192.0.2.1") == "192.0.2.1")
        #expect(try client("192.0.2.66, 192.0.2.1") == "192.0.2.1")
        #expect(try client("192.0.2.66, 192.0.2.1, 10.0.0.2") == "192.0.2.1")
        #expect(try client("192.0.2.66 ,\t192.0.2.1:4711") == "192.0.2.1")
        #expect(try client("192.0.2.66", "192.0.2.1", peer: "2001:db8::1") == "192.0.2.1")
    }

    @Test func `what a peer writes that is no proxy of ours is not read`() throws {
        #expect(try client("192.0.2.1", peer: "203.0.113.9") == "203.0.113.9")
    }

    @Test func `a list that names nobody else leaves the proxy`() throws {
        #expect(try client() == "10.0.0.1")
        #expect(try client("") == "10.0.0.1")
        #expect(try client("10.0.0.2") == "10.0.0.2")
    }

    @Test func `what lies behind an entry that is no address is not believed`() throws {
        #expect(try client("192.0.2.1, unknown") == "10.0.0.1")
        #expect(try client("192.0.2.1, unknown, 10.0.0.2") == "10.0.0.2")
    }

    @Test func `the nearest proxy says whether the client came over TLS`() {
        #expect(proxies.isSecure(Headers([("X-Forwarded-Proto", "https")])))
        #expect(proxies.isSecure(Headers([("X-Forwarded-Proto", "http, HTTPS ")])))
        #expect(!proxies.isSecure(Headers([("X-Forwarded-Proto", "https, http")])))
        #expect(!proxies.isSecure(Headers([("X-Forwarded-Proto", "https"), ("X-Forwarded-Proto", "http")])))
        #expect(!proxies.isSecure(Headers()))
    }

    @Test func `two spellings of an address are one`() {
        #expect(IPAddress("2001:DB8:0:0::1") == IPAddress("2001:db8::1"))
        #expect(IPAddress("[2001:db8::1]:4711") == IPAddress("2001:db8::1"))
        #expect(IPAddress("::ffff:192.0.2.1")?.text == "192.0.2.1")
        #expect(IPAddress("192.0.2.1:80")?.text == "192.0.2.1")
    }

    @Test(arguments: [
        "", "192.0.2", "192.0.2.256", "0x7f.1", "[::1", "example.org", "192.0.2.1\u{0}", "fe80::1%eth0", " 192.0.2.1",
    ])
    func `what is no address is refused`(text: String) {
        #expect(IPAddress(text) == nil)
    }
}
