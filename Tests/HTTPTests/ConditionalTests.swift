import HTTP
import Testing

struct ConditionalTests {
    private static let modified = "Sun, 06 Nov 1994 08:49:37 GMT"

    private func answer(
        _ asked: [(name: String, value: String)], method: Method = .get, status: Status = .ok, tag: String? = "\"v1\"",
        modified: String? = Self.modified
    ) throws -> Response {
        var page = Response.html(Array("<p>page</p>".utf8), status: status)
        page.headers["ETag"] = tag
        page.headers["Last-Modified"] = modified
        page.headers["Vary"] = "Cookie"
        return page.tailored(to: try Request(method, "/", headers: Headers(asked)))
    }

    @Test(arguments: ["\"v1\"", "W/\"v1\"", "\"v0\", \"v1\"", "*", "\"v0\",W/\"v1\",\"v2\""])
    func `a page the client has is not sent again`(asked: String) throws {
        let response = try answer([("If-None-Match", asked)])
        #expect(response.status == .notModified)
        #expect(response.body == .empty)
    }

    @Test(arguments: ["\"v2\"", "v1", "\"V1\"", "", "\"v1", "**", "\"v2\", *"])
    func `a page the client has not is sent`(asked: String) throws {
        let response = try answer([("If-None-Match", asked)])
        #expect(response.status == .ok)
        #expect(response.body.size == 11)
    }

    @Test func `a weak tag of ours matches a strong one of theirs`() throws {
        #expect(try answer([("If-None-Match", "\"v1\"")], tag: "W/\"v1\"").status == .notModified)
    }

    @Test func `several fields are one list`() throws {
        let response = try answer([("If-None-Match", "\"v0\""), ("if-none-match", "\"v1\"")])
        #expect(response.status == .notModified)
    }

    @Test func `a page without a tag matches none but the star`() throws {
        #expect(try answer([("If-None-Match", "\"v1\"")], tag: nil).status == .ok)
        #expect(try answer([("If-None-Match", "*")], tag: nil).status == .notModified)
    }

    @Test(arguments: [
        ("Sun, 06 Nov 1994 08:49:37 GMT", Status.notModified), ("Sun, 06 Nov 1994 08:49:38 GMT", .notModified),
        ("Sunday, 06-Nov-94 08:49:37 GMT", .notModified), ("Sun Nov  6 08:49:37 1994", .notModified),
        ("Sun, 06 Nov 1994 08:49:36 GMT", .ok), ("yesterday", .ok), ("", .ok), ("784111777", .ok),
    ])
    func `without a tag asked for, the date decides`(asked: String, status: Status) throws {
        #expect(try answer([("If-Modified-Since", asked)]).status == status)
    }

    @Test func `a date is not looked at beside a tag`() throws {
        let both = [("If-None-Match", "\"v2\""), ("If-Modified-Since", Self.modified)]
        #expect(try answer(both.map { (name: $0.0, value: $0.1) }).status == .ok)
    }

    @Test func `two dates are none`() throws {
        #expect(try answer([("If-Modified-Since", Self.modified), ("If-Modified-Since", Self.modified)]).status == .ok)
    }

    @Test func `a page without a date is sent`() throws {
        #expect(try answer([("If-Modified-Since", Self.modified)], modified: nil).status == .ok)
    }

    @Test func `only a GET or a HEAD can be answered so`() throws {
        #expect(try answer([("If-None-Match", "\"v1\"")], method: .head).status == .notModified)
        for method in [Method.post, .put, .delete, .options] {
            #expect(try answer([("If-None-Match", "\"v1\"")], method: method).status == .ok)
        }
    }

    @Test(arguments: [Status.notFound, .seeOther, .forbidden, .unprocessableContent, .internalServerError])
    func `only a page that was found can be known`(status: Status) throws {
        #expect(try answer([("If-None-Match", "*")], status: status).status == status)
    }

    @Test func `a 304 keeps what caches and browsers need and drops what describes the content`() throws {
        var page = Response.html([65])
        let kept = [
            ("Cache-Control", "private"), ("Content-Location", "/a"), ("ETag", "\"v1\""), ("Expires", Self.modified),
            ("Vary", "Cookie"),
            ("Set-Cookie", "a=1"), ("Set-Cookie", "b=2"), ("Content-Security-Policy", "default-src 'none'"),
        ]
        let dropped = [
            "Last-Modified", "Content-Language", "Content-Encoding", "content-disposition", "Content-Range", "CONTENT-TYPE",
        ]
        for (name, value) in kept { page.headers.add(name, value) }
        for name in dropped { page.headers.add(name, "x") }
        let response = page.tailored(to: try Request(.get, "/", headers: Headers([("If-None-Match", "\"v1\"")])))
        #expect(response.status == .notModified)
        #expect(response.headers.fields.map { [$0.name, $0.value] } == kept.map { [$0.0, $0.1] })
    }

    @Test func `a 304 without a tag keeps the date`() throws {
        let response = try answer([("If-Modified-Since", Self.modified)], tag: nil)
        #expect(response.status == .notModified)
        #expect(response.headers["Last-Modified"] == Self.modified)
    }
}
