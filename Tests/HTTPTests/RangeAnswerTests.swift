import Testing

@testable import HTTP

/// 206 and 416 (RFC 9110 §14, §15.3.7, §15.5.17), from an answer that knows nothing of ranges.
struct RangeAnswerTests {
    private static let modified = "Sun, 06 Nov 1994 08:49:37 GMT"
    private static let text = "The quick brown fox jumps over the lazy dog."
    private static let file = FileContent(path: "/plans/7.pdf", size: 1_000)

    private let page: Response
    private let plan: Response

    init() {
        let fields = [
            ("Content-Type", "text/plain"), ("ETag", "\"v1\""), ("Last-Modified", Self.modified), ("Cache-Control", "private"),
            ("Content-Disposition", "attachment"), ("Vary", "Cookie"),
        ].map { (name: $0.0, value: $0.1) }
        page = Response(headers: Headers(fields), body: .bytes(Array(Self.text.utf8)))
        plan = Response(headers: Headers(fields), body: .file(Self.file))
    }

    private func request(_ asked: [(name: String, value: String)], _ method: Method = .get) throws -> Request {
        try Request(method, "/", headers: Headers(asked))
    }

    private func answer(_ page: Response, _ range: String, ifRange: String? = nil, method: Method = .get) throws -> Response {
        let condition = ifRange.map { [(name: "If-Range", value: $0)] } ?? []
        return page.tailored(to: try request([("Range", range)] + condition, method)) { "EDGE" }
    }

    private func content(of response: Response) -> String? {
        guard case .bytes(let bytes) = response.body else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("bytes=0-2", "The", "bytes 0-2/44"), ("bytes=40-", "dog.", "bytes 40-43/44"), ("bytes=-4", "dog.", "bytes 40-43/44"),
        ("bytes=43-43", ".", "bytes 43-43/44"), ("bytes=0-", Self.text, "bytes 0-43/44"),
        ("bytes=-99", Self.text, "bytes 0-43/44"),
        ("bytes=40-99", "dog.", "bytes 40-43/44"), ("bytes=0-1,1-2", "The", "bytes 0-2/44"),
        ("bytes=40-,90-", "dog.", "bytes 40-43/44"),
    ])
    func `one part is sent with its place (§15.3.7.1)`(range: String, part: String, place: String) throws {
        let response = try answer(page, range)
        #expect(response.status == .partialContent)
        #expect(content(of: response) == part)
        #expect(response.headers["Content-Range"] == place)
        for (name, value) in page.headers.fields { #expect(response.headers[name] == value) }
        #expect(response.headers["Accept-Ranges"] == "bytes")
    }

    @Test func `a part of a file is a file that begins later`() throws {
        let response = try answer(plan, "bytes=200-299")
        #expect(response.body == .file(FileContent(path: Self.file.path, size: 100, offset: 200)))
        let later = Response(headers: plan.headers, body: .file(FileContent(path: "/a", size: 50, offset: 7)))
        #expect(try answer(later, "bytes=-1").body == .file(FileContent(path: "/a", size: 1, offset: 56)))
    }

    @Test func `parts of a file are known to come from a disk, parts of a page not to`() throws {
        for range in ["bytes=0-", "bytes=0-0", "bytes=0-0,9-9"] {
            #expect(try answer(plan, range).body.holdsFile)
            #expect(try !answer(page, range).body.holdsFile)
        }
    }

    @Test func `several parts are one multipart answer (§14.6, §15.3.7.2)`() throws {
        let response = try answer(page, "bytes=0-2,16-18,-4")
        #expect(response.status == .partialContent)
        #expect(response.headers["Content-Type"] == "multipart/byteranges; boundary=EDGE")
        #expect(response.headers["Content-Range"] == nil)
        guard case .pieces(let pieces) = response.body else {
            Issue.record("no pieces")
            return
        }
        let bytes = pieces.flatMap { piece -> [UInt8] in if case .bytes(let bytes) = piece { bytes } else { [] } }
        let expected =
            "--EDGE\r\nContent-Type: text/plain\r\nContent-Range: bytes 0-2/44\r\n\r\nThe"
            + "\r\n--EDGE\r\nContent-Type: text/plain\r\nContent-Range: bytes 16-18/44\r\n\r\nfox"
            + "\r\n--EDGE\r\nContent-Type: text/plain\r\nContent-Range: bytes 40-43/44\r\n\r\ndog.\r\n--EDGE--\r\n"
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
        #expect(response.body.size == expected.utf8.count)
    }

    @Test func `parts of a file come in the order they were asked for, and none has a type where there is none`() throws {
        var plan = plan
        plan.headers["Content-Type"] = nil
        let response = try answer(plan, "bytes=-1,0-0")
        func bytes(_ text: String) -> Response.Content { .bytes(Array(text.utf8)) }
        #expect(
            response.body
                == .pieces([
                    bytes("--EDGE\r\nContent-Range: bytes 999-999/1000\r\n\r\n"),
                    .file(FileContent(path: Self.file.path, size: 1, offset: 999)),
                    bytes("\r\n--EDGE\r\nContent-Range: bytes 0-0/1000\r\n\r\n"),
                    .file(FileContent(path: Self.file.path, size: 1)),
                    bytes("\r\n--EDGE--\r\n"),
                ]))
    }

    @Test func `of coded content there is one part or the whole, because a multipart answer is not coded (§8.4)`() throws {
        var page = page
        page.headers["Content-Encoding"] = "gzip"
        let one = try answer(page, "bytes=0-2")
        #expect(one.status == .partialContent && one.headers["Content-Encoding"] == "gzip")
        let several = try answer(page, "bytes=0-2,16-18")
        #expect(several.status == .ok && several.body == page.body)
    }

    @Test func `a boundary is another one each time`() throws {
        let asked = try request([("Range", "bytes=0-0,2-2")])
        let types = Set((0..<50).compactMap { _ in page.tailored(to: asked).headers["Content-Type"] })
        #expect(types.count == 50)
        for type in types { #expect(type.wholeMatch(of: #/multipart\/byteranges; boundary=[0-9a-z]{10,26}/#) != nil) }
    }

    @Test(arguments: ["bytes=44-", "bytes=44-50", "bytes=-0", "bytes=100-,-0", "bytes=99999999999999999999-"])
    func `ranges that are all beyond the end are 416 with the length (§15.5.17)`(range: String) throws {
        let response = try answer(page, range)
        #expect(response.status == .rangeNotSatisfiable)
        #expect(response.headers["Content-Range"] == "bytes */44")
        #expect(response.headers["Content-Type"] == "text/plain; charset=utf-8")
        #expect(response.headers["Cache-Control"] == "no-store" && response.headers["Vary"] == "Cookie")
        for name in ["ETag", "Last-Modified", "Content-Disposition"] { #expect(response.headers[name] == nil) }
    }

    @Test(arguments: ["lines=0-1", "bytes=1-0", "bytes=x", "", "bytes=0-1,z"])
    func `what is no range of bytes is passed over (§14.2)`(range: String) throws {
        let response = try answer(page, range)
        #expect(response.status == .ok && response.body == page.body)
        #expect(response.headers["Accept-Ranges"] == "bytes" && response.headers["Content-Range"] == nil)
    }

    @Test func `two Range fields are none`() throws {
        let asked = try request([("Range", "bytes=0-0"), ("Range", "bytes=1-1")])
        #expect(page.tailored(to: asked).status == .ok)
    }

    @Test func `a flood of ranges costs no more than the whole`() throws {
        let overlapping = "bytes=" + (0..<60).map { "\($0)-" }.joined(separator: ",")
        #expect(try answer(plan, overlapping).body == .file(Self.file))
        let many = "bytes=" + (0..<400).map { "\($0 * 2)-\($0 * 2)" }.joined(separator: ",")
        let response = try answer(plan, many)
        #expect(response.status == .ok && response.body == .file(Self.file))
    }

    @Test(arguments: [
        ("\"v1\"", Status.partialContent), ("\"v2\"", .ok), ("W/\"v1\"", .ok), ("*", .ok), ("v1", .ok), ("\"v1\", \"v1\"", .ok),
        ("", .ok), (Self.modified, .partialContent), ("Sunday, 06-Nov-94 08:49:37 GMT", .partialContent),
        ("Sun, 06 Nov 1994 08:49:36 GMT", .ok), ("Sun, 06 Nov 1994 08:49:38 GMT", .ok), ("Mon, 06 Nov 1994 08:49:37 GMT", .ok),
    ])
    func `If-Range wants the same strong tag, or the very date (§13.1.5)`(validator: String, status: Status) throws {
        #expect(try answer(page, "bytes=0-2", ifRange: validator).status == status)
        let beyond = try answer(page, "bytes=90-", ifRange: validator).status
        #expect(beyond == (status == .ok ? .ok : .rangeNotSatisfiable))
    }

    @Test func `If-Range without its validator here, or twice, sends the whole`() throws {
        var page = page
        page.headers["ETag"] = "W/\"v1\""
        #expect(try answer(page, "bytes=0-2", ifRange: "W/\"v1\"").status == .ok)
        #expect(try answer(page, "bytes=0-2", ifRange: "\"v1\"").status == .ok)
        page.headers["ETag"] = nil
        #expect(try answer(page, "bytes=0-2", ifRange: "\"v1\"").status == .ok)
        #expect(try answer(page, "bytes=0-2", ifRange: Self.modified).status == .partialContent)
        page.headers["ETag"] = "\"v1\""
        page.headers["Last-Modified"] = nil
        #expect(try answer(page, "bytes=0-2", ifRange: Self.modified).status == .ok)
        let twice = try request([("Range", "bytes=0-2"), ("If-Range", "\"v1\""), ("If-Range", "\"v1\"")])
        #expect(page.tailored(to: twice).status == .ok)
    }

    @Test func `If-Range without Range says nothing (§13.1.5)`() throws {
        let response = page.tailored(to: try request([("If-Range", "\"v2\"")]))
        #expect(response.status == .ok && response.body == page.body)
    }

    @Test func `a HEAD tells that there are ranges and sends none (§14.2)`() throws {
        let response = try answer(plan, "bytes=0-2", method: .head)
        #expect(response.status == .ok && response.body == plan.body)
        #expect(response.headers["Accept-Ranges"] == "bytes" && response.headers["Content-Range"] == nil)
        #expect(try answer(plan, "bytes=0-2", method: .post).headers["Accept-Ranges"] == nil)
        #expect(try answer(plan, "bytes=0-2", method: .post).status == .ok)
    }

    @Test func `an answer that is not 200, has no validator or wants no ranges has none`() throws {
        var bare = page
        bare.headers["ETag"] = nil
        bare.headers["Last-Modified"] = nil
        var opposed = page
        opposed.headers["Accept-Ranges"] = "None"
        var missing = page
        missing.status = .notFound
        var nothing = page
        nothing.body = .bytes([])
        for (page, said) in [(bare, nil), (opposed, "None"), (missing, nil), (nothing, nil)] as [(Response, String?)] {
            let response = try answer(page, "bytes=0-2")
            #expect(response.status == page.status && response.body == page.body)
            #expect(response.headers["Accept-Ranges"] == said)
        }
    }

    @Test func `what has been tailored once stays so`() throws {
        for range in ["bytes=0-2", "bytes=0-0,5-5", "bytes=90-"] {
            let asked = try request([("Range", range)])
            let once = page.tailored(to: asked) { "EDGE" }
            let twice = once.tailored(to: asked) { "EDGE" }
            #expect(twice.status == once.status && twice.body == once.body)
            #expect(twice.headers.fields.map(\.value) == once.headers.fields.map(\.value))
        }
    }
}
