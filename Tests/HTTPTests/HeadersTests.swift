import Testing

@testable import HTTP

struct HeadersTests {
    @Test func `names are compared without case, and the first one wins`() {
        let headers = Headers([("ETag", "\"a\""), ("Vary", "Cookie"), ("VARY", "Accept")])
        #expect(headers["etag"] == "\"a\"")
        #expect(headers["vary"] == "Cookie")
        #expect(headers.values(of: "Vary") == ["Cookie", "Accept"])
        #expect(headers["Var"] == nil)
        #expect(headers["Varyy"] == nil)
    }

    @Test func `only ASCII letters have a case`() {
        var headers = Headers()
        headers.add("K-Kelvin", "1")
        headers.add("A[", "2")
        #expect(headers["\u{212A}-Kelvin"] == nil)
        #expect(headers["k-kelvin"] == "1")
        // "[" and "{" differ by the bit that tells "A" from "a"; "^" and "~" are both allowed in names.
        headers.add("X^", "3")
        #expect(headers["x~"] == nil)
        #expect(headers["x^"] == "3")
    }

    @Test func `setting replaces every field of that name in the first one's place`() {
        var headers = Headers([("A", "1"), ("B", "2"), ("a", "3"), ("C", "4")])
        headers["a"] = "5"
        #expect(headers.fields.map(\.name) == ["A", "B", "C"])
        #expect(headers.fields.map(\.value) == ["5", "2", "4"])
        headers["D"] = "6"
        #expect(headers.fields.map(\.name) == ["A", "B", "C", "D"])
    }

    @Test func `setting nil removes every field of that name`() {
        var headers = Headers([("A", "1"), ("B", "2"), ("a", "3")])
        headers["A"] = nil
        #expect(headers.fields.map(\.name) == ["B"])
        headers["A"] = nil
        #expect(headers.fields.count == 1)
    }

    @Test(arguments: [
        ("a\r\nSet-Cookie: b=c", "a  Set-Cookie: b=c"), ("a\nb", "a b"), ("a\rb", "a b"), ("a\0b", "a b"), ("a\tb", "a b"),
        ("\r\n\r\n<html>", "<html>"), ("a\r\n", "a"), (" a ", "a"), ("a\u{7F}\u{1}b", "a  b"), ("\r\n", ""), ("", ""),
        ("a\u{B}\u{C}b", "a  b"), ("é Ċ \u{2028}", "é Ċ \u{2028}"), ("a, b; c=\"d\"", "a, b; c=\"d\""),
    ])
    func `a value cannot end its line`(value: String, stored: String) {
        var added = Headers()
        added.add("X", value)
        #expect(added["X"] == stored)
        var set = Headers([("X", "old")])
        set["X"] = value
        #expect(set["X"] == stored)
        var first = Headers()
        first["X"] = value
        #expect(first["X"] == stored)
    }

    @Test(arguments: ["", "X\r\nY", "X\n", "X:", "X Y", " X", "X\0", "X\t", "é", "X(", "\u{212A}", "X\u{7F}"])
    func `a name that is no token is not added`(name: String) {
        var headers = Headers([(name, "1")])
        headers.add(name, "2")
        headers[name] = "3"
        #expect(headers.fields.isEmpty)
    }

    @Test func `fields taken over from others leave those alone that are there already, in whatever letter case`() {
        var headers = Headers([("cache-control", "public"), ("Content-Type", "text/css")])
        headers.addMissing(from: Headers([("Cache-Control", "no-store"), ("X-A", "1"), ("X-A", "2"), ("content-type", "x")]))
        #expect(headers.fields.map(\.name) == ["cache-control", "Content-Type", "X-A", "X-A"])
        #expect(headers.fields.map(\.value) == ["public", "text/css", "1", "2"])
    }

    @Test func `nothing that was put in splits the bytes that go out`() {
        var response = Response(.ok)
        let hostile = ["x\r\nInjected: 1", "x\nInjected: 1", "\r\n\r\n<script>", "x\u{D}\u{A}Injected: 1", "x\0\r\nInjected: 1"]
        for value in hostile {
            response.headers.add("X-A", value)
            response.headers[value] = "1"
            response.headers["X-B"] = value
            response.set(SetCookie(name: value, value: value, path: value, isSecure: true))
        }
        let redirect = Response.redirect(to: "/a\r\nInjected: 1")
        for sent in [response, redirect] {
            let bytes = ResponseWriter.head(of: sent, method: .get, version: .http11, keepsAlive: true, date: "d")
            let text = String(decoding: bytes, as: UTF8.self)
            let lines = text.utf8.split(separator: Byte.lineFeed, omittingEmptySubsequences: false)
            #expect(lines.dropLast(2).allSatisfy { $0.last == Byte.carriageReturn })
            #expect(lines.allSatisfy { !$0.starts(with: "Injected".utf8) && !$0.starts(with: "<".utf8) })
            // Status, Date, Content-Length, the empty line, and one line for each field.
            #expect(lines.count == sent.headers.fields.count + 5)
        }
    }
}
