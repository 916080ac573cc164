import HTTP
import Testing

struct SetCookieTests {
    @Test func `a cookie is closed to scripts and other sites unless it is said otherwise`() {
        let cookie = SetCookie(name: "__Host-session", value: "abc", isSecure: true)
        #expect(cookie.headerValue == "__Host-session=abc; Path=/; Secure; HttpOnly; SameSite=Lax")
    }

    @Test func `every attribute can be chosen`() {
        let cookie = SetCookie(
            name: "theme", value: "dark", path: "/permits", maxAge: 3600, isSecure: false, isHTTPOnly: false, sameSite: .strict)
        #expect(cookie.headerValue == "theme=dark; Path=/permits; Max-Age=3600; SameSite=Strict")
    }

    @Test func `a removal outlives no second`() {
        let cookie = SetCookie.removal(of: "a", isSecure: true)
        #expect(cookie.headerValue == "a=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax")
        #expect(SetCookie(name: "a", value: "b", maxAge: -5, isSecure: false).headerValue.contains("Max-Age=0;"))
    }

    @Test(arguments: [
        ("a;b", "ab"), ("a b", "ab"), ("a\r\nSet-Cookie: c=d", "aSet-Cookie:c=d"), ("a\0", "a"), ("\"a\"", "a"), ("a,b", "ab"),
        ("a\\b", "ab"), ("é", ""), ("a; Domain=evil", "aDomain=evil"), ("a=b/c+d==", "a=b/c+d=="),
    ])
    func `a value keeps only what a cookie may hold`(value: String, kept: String) {
        #expect(SetCookie(name: "n", value: value, isSecure: false).headerValue.hasPrefix("n=\(kept); Path=/"))
    }

    @Test func `a name and a path cannot break out either`() {
        let cookie = SetCookie(name: "a=b; c", value: "v", path: "/x; Domain=evil\r\n", isSecure: false)
        #expect(cookie.headerValue == "abc=v; Path=/x Domain=evil; HttpOnly; SameSite=Lax")
    }

    @Test func `several cookies are several fields`() {
        var response = Response()
        response.set(SetCookie(name: "a", value: "1", isSecure: true))
        response.set(SetCookie(name: "b", value: "2", isSecure: true))
        #expect(response.headers.values(of: "Set-Cookie").map { $0.prefix(3) } == ["a=1", "b=2"])
    }
}
