import HTTP
import Testing

struct HostTests {
    private static func host(_ rule: String, _ value: String, _ expected: String...) -> RequestRow {
        RequestRow(rule, bytes: Array("GET / HTTP/1.1\r\nHost:\(value)\r\n\r\n".utf8), expected)
    }

    static let rows: [RequestRow] = [
        host("9110 §7.2 a name", " permits.example", "GET /", "end"),
        host("9110 §7.2 a name and a port", " permits.example:8080", "GET /", "end"),
        host("3986 §3.2.3 a port may be empty", " permits.example:", "GET /", "end"),
        host("9110 §7.2 an IPv4 address", "127.0.0.1:80", "GET /", "end"),
        host("3986 §3.2.2 an IPv6 address", " [2001:db8::1]:8443", "GET /", "end"),
        host("3986 §3.2.2 an IPv6 address with an IPv4 tail", " [::ffff:127.0.0.1]", "GET /", "end"),
        host("9110 §5.5 blanks around it", "\t permits.example \t", "GET /", "end"),

        host("9110 §4.2.1 empty", "", "400"),
        host("9110 §4.2.1 only blanks", "  ", "400"),
        host("9110 §7.2 a port alone", " :80", "400"),
        host("9110 §7.2 a port that is no number", " a:http", "400"),
        host("9110 §7.2 a signed port", " a:+80", "400"),
        host("9110 §7.2 a port too high", " a:65536", "400"),
        host("9110 §7.2 a port too long", " a:000080", "400"),
        host("9110 §7.2 two ports", " a:80:80", "400"),
        host("9110 §7.2 a list", " a, b", "400"),
        host("9110 §7.2 a list without blanks", " a,b", "400"),
        host("9110 §7.2 two names", " a b", "400"),
        host("9110 §7.2 a path", " a/b", "400"),
        host("9110 §7.2 a backslash", " a\\b", "400"),
        host("9110 §7.2 a query", " a?b", "400"),
        host("9110 §7.2 a user's name", " bob@a", "400"),
        host("9110 §7.2 an address", " http://a", "400"),
        host("3986 §3.2.2 percent-encoding", " %61", "400"),
        host("9110 §7.2 a letter that is no ASCII", " é.example", "400"),
        host("9110 §7.2 the Kelvin sign", " \u{212A}.example", "400"),
        host("9110 §7.2 quotes", " \"a\"", "400"),
        host("9110 §7.2 markup", " <a>", "400"),
        host("3986 §3.2.2 no end of the bracket", " [::1", "400"),
        host("3986 §3.2.2 no address in the brackets", " []", "400"),
        host("3986 §3.2.2 a name in brackets", " [a.example]", "400"),
        host("3986 §3.2.2 an IPv6 address too long", " [1:2:3:4:5:6:7:8:9]", "400"),
        host("3986 §3.2.2 two gaps", " [1::2::3]", "400"),
        host("6874 a zone", " [fe80::1%25eth0]", "400"),
        host("3986 §3.2.2 more after the bracket", " [::1]a", "400"),
        host("3986 §3.2.2 IPv6 without brackets", " ::1", "400"),
        host("1035 §2.3.4 a name too long", " " + String(repeating: "a", count: 262), "400"),

        RequestRow("9112 §3.2 none in 1.1", "GET / HTTP/1.1\r\n\r\n", "400"),
        RequestRow("9112 §3.2 none in 1.1, absolute-form", "GET http://a/ HTTP/1.1\r\n\r\n", "400"),
        RequestRow("9112 §3.2 none in 1.0", "GET / HTTP/1.0\r\n\r\n", "GET /", "end"),
        RequestRow("9112 §3.2 a malformed one in 1.0", "GET / HTTP/1.0\r\nHost: a b\r\n\r\n", "400"),
        RequestRow("9112 §3.2 two", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "400"),
        RequestRow("9112 §3.2 the same twice", "GET / HTTP/1.1\r\nHost: a\r\nX: y\r\nhOST: a\r\n\r\n", "400"),
        RequestRow("9112 §3.2 two in 1.0", "GET / HTTP/1.0\r\nHost: a\r\nHost: a\r\n\r\n", "400"),
        RequestRow("9112 §3.2 two beside absolute-form", "GET http://c/ HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", "400"),
    ]

    @Test(arguments: rows)
    func `every request of 1.1 names exactly one host`(row: RequestRow) { row.check() }

    @Test func `a host is handed over in lower case`() throws {
        let head = try head(of: "GET / HTTP/1.1\r\nHost: Permits.Example:8080\r\n\r\n")
        #expect(head.host == "permits.example:8080")
        #expect(head.headers["Host"] == "Permits.Example:8080")
    }

    @Test func `the host of an absolute target replaces the field`() throws {
        let head = try head(of: "GET http://Real.Example:81/a HTTP/1.1\r\nX: y\r\nHost: other.example\r\n\r\n")
        #expect(head.host == "real.example:81")
        #expect(head.headers.values(of: "Host") == ["real.example:81"])
        #expect(head.target.raw == "http://Real.Example:81/a")
        #expect(head.target.path == "/a")
    }

    @Test func `an old request without a host has an empty one`() throws {
        #expect(try head(of: "GET / HTTP/1.0\r\n\r\n").host == "")
        let absolute = try head(of: "GET http://b/ HTTP/1.0\r\n\r\n")
        #expect(absolute.host == "b")
        #expect(absolute.headers["Host"] == "b")
    }
}

/// The head of one complete request.
func head(of raw: String) throws -> RequestHead {
    let transcript = Transcript(of: [Array(raw.utf8)[...]], limits: RequestLimits())
    return try #require(transcript.heads.first, "\(transcript.lines) \(transcript.reason)")
}
