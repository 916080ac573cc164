import Foundation
import HTTP
import Testing

struct RequestTests {
    private func post(_ body: String, type: String?, encoding: String? = nil) throws -> Request {
        var request = try Request(.post, "/permits", body: .bytes(Array(body.utf8)))
        request.headers["Content-Type"] = type
        request.headers["Content-Encoding"] = encoding
        return request
    }

    private func refusal(of request: Request, limits: FormLimits = FormLimits()) -> Refusal? {
        do {
            _ = try request.form(limits: limits)
            return nil
        } catch {
            return error as? Refusal
        }
    }

    @Test(arguments: [
        "application/x-www-form-urlencoded", "Application/X-WWW-Form-URLencoded",
        "application/x-www-form-urlencoded;charset=UTF-8",
        "application/x-www-form-urlencoded ; charset=utf-8",
    ])
    func `a form is read when it says that it is one`(type: String) throws {
        #expect(try post("a=b+c", type: type).form()["a"] == "b c")
    }

    @Test(arguments: [
        nil, "", "text/plain", "multipart/form-data; boundary=x", "application/json", "application/x-www-form-urlencodedx",
        "application/x-www-form-urlencoded, text/plain", ";application/x-www-form-urlencoded",
    ])
    func `anything else is 415, and the connection goes on`(type: String?) throws {
        let refusal = try #require(refusal(of: try post("a=b", type: type)))
        #expect(refusal.status == .unsupportedMediaType)
        #expect(!refusal.closes)
    }

    @Test func `a coded form and a form of two types are 415`() throws {
        let form = "application/x-www-form-urlencoded"
        #expect(refusal(of: try post("a=b", type: form, encoding: "gzip"))?.status == .unsupportedMediaType)
        var request = try post("a=b", type: form)
        request.headers.add("Content-Type", form)
        #expect(refusal(of: request)?.status == .unsupportedMediaType)
    }

    @Test func `a form beyond its limits is 413, a broken one 400`() throws {
        let form = "application/x-www-form-urlencoded"
        #expect(refusal(of: try post("a=bc", type: form), limits: FormLimits(bytes: 3))?.status == .contentTooLarge)
        #expect(refusal(of: try post("a&b", type: form), limits: FormLimits(fields: 1))?.status == .contentTooLarge)
        #expect(refusal(of: try post("a=%", type: form))?.status == .badRequest)
        #expect(refusal(of: try post("a=%00", type: form))?.status == .badRequest)
        #expect(refusal(of: try post("a=%ff", type: form))?.status == .badRequest)
    }

    @Test func `no content is a form without fields`() throws {
        #expect(try Request(.post, "/").form().isEmpty)
        #expect(try post("", type: "text/plain").form().isEmpty)
    }

    @Test func `a form in a file reads like one in memory`() throws {
        let file = try BodyFile(in: NSTemporaryDirectory())
        try file.append(Array("a=1&b=".utf8)[...])
        try file.append(Array("xx22xx".utf8)[2..<4])
        var request = try Request(.post, "/", body: .file(file))
        request.headers["Content-Type"] = "application/x-www-form-urlencoded"
        #expect(try request.form()["b"] == "22")
        #expect(refusal(of: request, limits: FormLimits(bytes: 7))?.status == .contentTooLarge)
    }

    @Test func `a posted form for tests is what a browser sends`() throws {
        let request = try Request(posting: [("name", "Ana & Co."), ("é", "1")], to: "/contractors?x=1")
        #expect(request.method == .post)
        #expect(request.target.path == "/contractors")
        #expect(request.target.query["x"] == "1")
        #expect(try request.form()["name"] == "Ana & Co.")
        #expect(try request.form()["é"] == "1")
    }

    @Test func `a request takes over what its head says`() throws {
        let head = try head(of: "POST /a?b=c HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nCookie: d=e\r\n\r\n")
        let request = Request(head: head, body: .empty, client: "::1", isSecure: true)
        #expect(request.method == .post)
        #expect(request.target.query["b"] == "c")
        #expect(request.cookies["d"] == "e")
        #expect(request.client == "::1")
        #expect(request.isSecure)
    }

    @Test func `a refusal has a plain answer of its own`() {
        let response = Refusal(.contentTooLarge, "The form is too large.").response
        #expect(response.status == .contentTooLarge)
        #expect(response.body == .bytes(Array("413 Content Too Large\nThe form is too large.\n".utf8)))
        #expect(response.headers["Allow"] == nil)
        #expect(response.headers["X-Content-Type-Options"] == "nosniff")
    }
}
