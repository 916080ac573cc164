import HTTP
import Testing

struct CookiesTests {
    @Test(arguments: [
        ("a=b", [("a", "b")]), ("a=b; c=d", [("a", "b"), ("c", "d")]), ("a=b;c=d", [("a", "b"), ("c", "d")]),
        (" a = b ;\tc=d\t", [("a", "b"), ("c", "d")]), ("a=b=c==", [("a", "b=c==")]), ("a=", [("a", "")]),
        ("a", []), ("=b", []), (";;", []), ("", []), ("a=\"b c\"", [("a", "\"b c\"")]), ("a;b=c", [("b", "c")]),
        ("a=b, c=d", [("a", "b, c=d")]), ("__Host-session=x_-9", [("__Host-session", "x_-9")]), ("a=é", [("a", "é")]),
        ("$Version=1; a=b", [("$Version", "1"), ("a", "b")]), ("a=%3B", [("a", "%3B")]),
    ])
    func `cookies are read as browsers send them`(field: String, expected: [(String, String)]) {
        let cookies = Cookies(Headers([("Cookie", field)]))
        #expect(cookies.all.map { [$0.name, $0.value] } == expected.map { [$0.0, $0.1] })
    }

    @Test func `the first cookie of a name wins, over all fields`() {
        let cookies = Cookies(Headers([("Cookie", "a=1; a=2"), ("X", "a=0"), ("cookie", "a=3; b=4")]))
        #expect(cookies["a"] == "1")
        #expect(cookies["b"] == "4")
        #expect(cookies["c"] == nil)
    }

    @Test func `a name has a case and its own bytes`() {
        let cookies = Cookies(Headers([("Cookie", "\u{212A}=1; SID=2")]))
        #expect(cookies["K"] == nil)
        #expect(cookies["sid"] == nil)
        #expect(cookies["SID"] == "2")
    }

    @Test func `a request hands them over`() throws {
        let request = try Request(.get, "/", headers: Headers([("Cookie", "a=b")]))
        #expect(request.cookies["a"] == "b")
    }
}
