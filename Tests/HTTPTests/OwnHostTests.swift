import HTTP
import Testing

struct OwnHostTests {
    private func refusal(of host: String?, at authority: String = "permits.example.gov:8443") throws -> Refusal? {
        var request = try Request(.get, "/")
        request.headers["Host"] = host
        do throws(Refusal) {
            try OwnHost(authority).check(request)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        "permits.example.gov", "permits.example.gov:8443", "permits.example.gov:443", "Permits.Example.GOV",
        "permits.example.gov.",
        "permits.example.gov.:8443",
    ])
    func `the own name is answered for, on whatever port`(host: String) throws {
        #expect(try refusal(of: host) == nil)
    }

    @Test(arguments: [nil, "localhost", "LOCALHOST:8080", "127.0.0.1", "10.0.0.7:8080", "[::1]", "[2001:db8::1]:80"])
    func `addresses and this machine's own name are let in`(host: String?) throws {
        #expect(try refusal(of: host) == nil)
    }

    @Test(arguments: [
        "example.gov", "www.permits.example.gov", "permits.example.gov.evil.example", "xpermits.example.gov",
        "permits.example.go",
        "localhost.evil.example", "127.0.0.1.evil.example", "1x", "permits.example.gov..",
    ])
    func `a request to another name is misdirected, and the connection goes on`(host: String) throws {
        let refusal = try #require(try refusal(of: host))
        #expect(refusal.status == .misdirectedRequest)
        #expect(refusal.reason == "The address here is permits.example.gov:8443.")
        #expect(!refusal.closes)
    }

    @Test func `the host of an absolute target counts, as it replaces the field`() throws {
        let own = "GET http://permits.example.gov/ HTTP/1.1\r\nHost: evil.example\r\n\r\n"
        let other = "GET http://evil.example/ HTTP/1.1\r\nHost: permits.example.gov\r\n\r\n"
        for (raw, isOwn) in [(own, true), (other, false)] {
            let host = try head(of: raw).headers["Host"]
            #expect(try (refusal(of: host) == nil) == isOwn)
        }
    }

    @Test func `an address as the own host is told from a name`() throws {
        #expect(try refusal(of: "permits.example.gov", at: "[::1]:8080")?.status == .misdirectedRequest)
        #expect(try refusal(of: "permits.example.gov", at: "127.0.0.1")?.status == .misdirectedRequest)
    }
}
