import HTTP
import Testing

struct TargetTests {
    static let rows: [RequestRow] = [
        .target("9112 §3.2.1 origin-form", "/permits/12", "GET /permits/12", "end"),
        .target("9112 §3.2.1 with a query", "/permits?status=issued", "GET /permits", "end"),
        .target("3986 §3.4 an empty query", "/permits?", "GET /permits", "end"),
        .target("3986 §3.4 question marks and slashes in the query", "/a?b=/?c", "GET /a", "end"),
        .target("3986 §3.3 every byte a segment may have", "/-._~!$&'()*+,;=:@az09", "GET /-._~!$&'()*+,;=:@az09", "end"),
        .target("3986 §2.1 an escaped space", "/a%20b", "GET /a b", "end"),
        .target("3986 §2.1 escapes have no case", "/%c3%A9", "GET /é", "end"),
        .target("3986 §2.1 a plus in the path is a plus", "/a+b", "GET /a+b", "end"),
        .target("3986 §2.1 escapes are undone once", "/%252e%252e", "GET /%2e%2e", "end"),
        .target("3986 §2.1 an escaped question mark is no query", "/a%3Fb", "GET /a?b", "end"),
        .target("3986 §3.3 empty segments stay", "//a//b/", "GET //a//b/", "end"),
        .target("3986 §3.3 three dots are a name", "/.../a..b/.well-known", "GET /.../a..b/.well-known", "end"),
        .target("URL Standard, as browsers leave a query", "/a?b=[1]{2}|3^`\\", "GET /a", "end"),

        .target("9112 §3.2 a path without its slash", "permits", "400"),
        .target("9112 §3.2 a query alone", "?a=b", "400"),
        .target("9112 §3.2 a fragment", "/a#b", "400"),
        .target("9112 §3.2 a fragment in the query", "/a?b#c", "400"),
        .target("3986 §2.1 a broken escape", "/a%2", "400"),
        .target("3986 §2.1 a percent sign alone", "/100%", "400"),
        .target("3986 §2.1 no hexadecimal digits", "/%zz", "400"),
        .target("3986 §2.1 a sign within", "/%+1", "400"),
        .target("3986 §2.1 a broken escape in the query", "/a?b=%", "400"),
        .target("3986 §2.1 a broken escape in a query's name", "/a?%f=1", "400"),
        .target("3986 §3.3 an escaped slash", "/a%2Fb", "400"),
        .target("3986 §3.3 an escaped slash in lower case", "/a%2fb", "400"),
        .target("an escaped backslash", "/a%5Cb", "400"),
        .target("a backslash", "/a\\b", "400"),
        .target("an escaped NUL", "/a%00", "400"),
        .target("an escaped line end", "/a%0d%0aSet-Cookie:x", "400"),
        .target("an escaped DEL", "/a%7F", "400"),
        .target("an escaped NUL in the query", "/a?b=%00", "400"),
        .target("3986 §3.3 a dot segment", "/a/../b", "400"),
        .target("3986 §3.3 a dot segment at the end", "/a/..", "400"),
        .target("3986 §3.3 a single dot", "/./a", "400"),
        .target("3986 §3.3 escaped dots", "/a/%2e%2E/b", "400"),
        .target("3986 §3.3 half escaped dots", "/a/.%2e/b", "400"),
        .target("3629 §3 an overlong slash", "/a%c0%afb", "400"),
        .target("3629 §3 an overlong dot", "/%c0%ae%c0%ae/", "400"),
        .target("3629 §3 half a character", "/%c3", "400"),
        .target("3629 §3 a surrogate", "/%ed%a0%80", "400"),
        .target("3629 §3 half a character in the query", "/a?b=%c3", "400"),
        .target("3986 §2 raw UTF-8", "/é", "400"),
        .target("3986 §2 raw UTF-8 in the query", "/a?é", "400"),
        .target("3986 §2 quotes", "/\"a\"", "400"),
        .target("3986 §2 angle brackets", "/<a>", "400"),
        .target("3986 §2 angle brackets in the query", "/a?<b>", "400"),
        .target("3986 §2 square brackets in the path", "/a[1]", "400"),
        .target("9112 §3 DEL", "/a\u{7F}", "400"),
        .target("9112 §3 a control in the query", "/a?b=\u{1}", "400"),

        .target("9112 §3.2.2 absolute-form", "http://b.example/permits?x=1", "GET /permits", "end"),
        .target("9112 §3.2.2 absolute-form over TLS", "https://b.example/permits", "GET /permits", "end"),
        .target("3986 §3.1 schemes have no case", "HTTP://b.example/", "GET /", "end"),
        .target("9110 §4.2.3 an empty path is a slash", "http://b.example", "GET /", "end"),
        .target("9110 §4.2.3 an empty path before a query", "http://b.example?x=1", "GET /", "end"),
        .target("9112 §3.2.2 with a port", "http://b.example:8080/a", "GET /a", "end"),
        .target("3986 §3.2.2 with an IPv6 address", "http://[::1]:8080/a", "GET /a", "end"),
        .target("9110 §4.2.1 no host", "http:///a", "400"),
        .target("9110 §4.2.4 a user's name", "http://bob@b.example/a", "400"),
        .target("9110 §4.2.4 a user's name and password", "http://a.example:80@b.example/", "400"),
        .target("9112 §3.2.2 another scheme", "ftp://b.example/a", "400"),
        .target("9112 §3.2.2 a script", "javascript:alert(1)", "400"),
        .target("9112 §3.2.2 a broken port", "http://b.example:x/", "400"),
        .target("9112 §3.2.2 a backslash before the host", "http:\\\\b.example/", "400"),
        .target("9112 §3.2.2 a backslash in the host", "http://b.example\\@a/", "400"),
        .target("9112 §3.2.2 dot segments there too", "http://b.example/../a", "400"),
        .target("9112 §3.2.3 authority-form without CONNECT", "b.example:80", "400"),
        .target("9112 §3.2.4 asterisk-form without OPTIONS", "*", "400"),
        RequestRow("9112 §3.2.4 asterisk-form", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", "OPTIONS *", "end"),
        RequestRow("9112 §3.2.4 an asterisk and more", "OPTIONS *a HTTP/1.1\r\nHost: a\r\n\r\n", "400"),
    ]

    @Test(arguments: rows)
    func `a target hides nothing and climbs nowhere`(row: RequestRow) { row.check() }

    @Test func `a target comes apart into segments and fields`() throws {
        let target = try Target("/permits/2026%2D7/a%20b?status=issued&status=final&q=two+words")
        #expect(target.raw == "/permits/2026%2D7/a%20b?status=issued&status=final&q=two+words")
        #expect(target.path == "/permits/2026-7/a b")
        #expect(target.segments == ["permits", "2026-7", "a b"])
        #expect(target.query.values("status") == ["issued", "final"])
        #expect(target.query["q"] == "two words")
    }

    @Test(arguments: [
        ("/", []), ("/a", ["a"]), ("/a/", ["a", ""]), ("//a", ["", "a"]), ("/a//b", ["a", "", "b"]), ("/a?b/c", ["a"]),
        ("http://h", []), ("http://h/a/b", ["a", "b"]),
    ])
    func `segments are what stands between the slashes`(target: String, segments: [String]) throws {
        #expect(try Target(target).segments == segments)
    }

    @Test func `a target for tests follows the rules of the wire`() {
        #expect(throws: Refusal(.badRequest, "The path has a dot segment.")) { try Target("/../etc/passwd") }
        #expect(throws: Refusal(.badRequest, "The request has no target.")) { try Target("") }
    }

    @Test func `a query of too many fields is refused`() {
        let most = "/?" + String(repeating: "a&", count: RequestLimits().queryFields)
        #expect(throws: Never.self) { try Target(most) }
        #expect(throws: Refusal.self) { try Target(most + "a") }
    }
}
