import HTTP
import Testing

/// If-Match and If-Unmodified-Since, and what goes before what (RFC 9110 §13.2.2).
struct PreconditionTests {
    private static let modified = "Sun, 06 Nov 1994 08:49:37 GMT"
    private static let earlier = "Sun, 06 Nov 1994 08:49:36 GMT"

    private func answer(
        _ asked: [(name: String, value: String)], method: Method = .get, status: Status = .ok, tag: String? = "\"v1\"",
        modified: String? = Self.modified
    ) throws -> Response {
        var plan = Response(status, headers: Headers([("Content-Type", "application/pdf")]), body: .bytes([1, 2, 3]))
        plan.headers["ETag"] = tag
        plan.headers["Last-Modified"] = modified
        return plan.tailored(to: try Request(method, "/plan", headers: Headers(asked)))
    }

    @Test(arguments: [
        ("\"v1\"", Status.ok), ("*", .ok), ("\"v0\", \"v1\"", .ok), ("\"v2\"", .preconditionFailed),
        ("W/\"v1\"", .preconditionFailed), ("v1", .preconditionFailed), ("", .preconditionFailed),
    ])
    func `If-Match wants the same version, byte for byte (§13.1.1)`(asked: String, status: Status) throws {
        #expect(try answer([("If-Match", asked)]).status == status)
        #expect(try answer([("If-Match", asked)], method: .head).status == status)
    }

    @Test func `a weak tag is no promise about bytes`() throws {
        #expect(try answer([("If-Match", "\"v1\"")], tag: "W/\"v1\"").status == .preconditionFailed)
        #expect(try answer([("If-Match", "\"v1\"")], tag: nil).status == .preconditionFailed)
        #expect(try answer([("If-Match", "*")], tag: nil).status == .ok)
    }

    @Test(arguments: [
        (Self.modified, Status.ok), ("Sun, 06 Nov 1994 08:49:38 GMT", .ok), (Self.earlier, .preconditionFailed),
        ("soon", .ok), ("", .ok),
    ])
    func `If-Unmodified-Since wants nothing newer, and is passed over where it is no date (§13.1.4)`(
        asked: String, status: Status
    ) throws {
        #expect(try answer([("If-Unmodified-Since", asked)]).status == status)
        #expect(try answer([("If-Unmodified-Since", asked)], modified: nil).status == .ok)
    }

    @Test func `a tag goes before a date, and what is expected before what is known (§13.2.2)`() throws {
        #expect(try answer([("If-Match", "\"v1\""), ("If-Unmodified-Since", Self.earlier)]).status == .ok)
        #expect(try answer([("If-Match", "\"v0\""), ("If-None-Match", "\"v1\"")]).status == .preconditionFailed)
        #expect(try answer([("If-Match", "\"v1\""), ("If-None-Match", "\"v1\"")]).status == .notModified)
        #expect(
            try answer([("If-Unmodified-Since", Self.earlier), ("If-Modified-Since", Self.modified)]).status
                == .preconditionFailed)
    }

    @Test(arguments: [
        [("If-Match", "\"v0\""), ("Range", "bytes=0-0")], [("If-Unmodified-Since", Self.earlier), ("Range", "bytes=9-")],
    ])
    func `a range is looked at after the conditions (§13.2.2)`(asked: [(String, String)]) throws {
        #expect(try answer(asked.map { (name: $0.0, value: $0.1) }).status == .preconditionFailed)
        let known = [("If-None-Match", "\"v1\""), ("Range", asked[1].1)].map { (name: $0.0, value: $0.1) }
        #expect(try answer(known).status == .notModified)
    }

    @Test func `only a GET or a HEAD that was answered 200 has conditions`() throws {
        #expect(try answer([("If-Match", "\"v0\"")], method: .post).status == .ok)
        #expect(try answer([("If-Match", "\"v0\"")], status: .forbidden).status == .forbidden)
    }

    @Test func `a 412 keeps policies and cookies, nothing of the content, and is not kept`() throws {
        let fields = [
            ("Content-Type", "application/pdf"), ("Content-Disposition", "attachment"), ("ETag", "\"v1\""),
            ("Last-Modified", Self.modified), ("Expires", Self.modified), ("Cache-Control", "public, max-age=60"),
            ("Content-Security-Policy", "sandbox"), ("Set-Cookie", "a=1"), ("Set-Cookie", "b=2"),
        ]
        let plan = Response(.ok, headers: Headers(fields.map { (name: $0.0, value: $0.1) }), body: .bytes([1, 2, 3]))
        let response = plan.tailored(to: try Request(.get, "/", headers: Headers([("If-Match", "\"v0\"")])))
        #expect(response.status == .preconditionFailed && response.body.size > 0)
        #expect(response.headers["Content-Type"] == "text/plain; charset=utf-8")
        #expect(response.headers.values(of: "Cache-Control") == ["no-store"])
        #expect(response.headers["Content-Security-Policy"] == "sandbox")
        #expect(response.headers.values(of: "Set-Cookie") == ["a=1", "b=2"])
        for name in ["ETag", "Last-Modified", "Expires", "Content-Disposition"] { #expect(response.headers[name] == nil) }
    }
}
