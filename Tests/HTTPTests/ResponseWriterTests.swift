import HTTP
import Testing

struct ResponseWriterTests {
    private static let date = "Sun, 06 Nov 1994 08:49:37 GMT"

    private func head(
        of response: Response, method: Method = .get, version: Version = .http11, keepsAlive: Bool = true
    ) -> String {
        let bytes = ResponseWriter.head(
            of: response, method: method, version: version, keepsAlive: keepsAlive, date: Self.date)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func `a page's head is a status line and its fields`() {
        var page = Response.html(Array("<p>é</p>".utf8))
        page.headers.add("Vary", "Cookie")
        #expect(
            head(of: page) == "HTTP/1.1 200 OK\r\nDate: \(Self.date)\r\nContent-Type: text/html; charset=utf-8\r\n"
                + "Vary: Cookie\r\nContent-Length: 9\r\n\r\n")
    }

    @Test func `nothing to send is a length of zero`() {
        #expect(head(of: .redirect(to: "/permits")).hasSuffix("Location: /permits\r\nContent-Length: 0\r\n\r\n"))
    }

    @Test func `a file's length is its size`() {
        let response = Response(body: .file(FileContent(path: "/x", size: 1234)))
        #expect(head(of: response).contains("\r\nContent-Length: 1234\r\n"))
        #expect(ResponseWriter.sendsBody(of: response, method: .get))
    }

    @Test func `a HEAD is answered with the GET's head and no content`() {
        let page = Response.html([65, 66])
        #expect(head(of: page, method: .head) == head(of: page, method: .get))
        #expect(!ResponseWriter.sendsBody(of: page, method: .head))
        #expect(ResponseWriter.sendsBody(of: page, method: .get))
    }

    @Test(arguments: [Status.noContent, .notModified, .continue])
    func `these statuses have neither content nor a length`(status: Status) {
        let response = Response(status, body: .bytes([65]))
        #expect(!head(of: response).contains("Content-Length"))
        #expect(!ResponseWriter.sendsBody(of: response, method: .get))
    }

    @Test func `an empty content is not sent`() {
        #expect(!ResponseWriter.sendsBody(of: Response(.ok), method: .get))
        #expect(!ResponseWriter.sendsBody(of: Response(.ok, body: .bytes([])), method: .get))
    }

    @Test func `the connection is spoken of where the version does not say it`() {
        #expect(!head(of: Response(), version: .http11, keepsAlive: true).contains("Connection"))
        #expect(head(of: Response(), version: .http11, keepsAlive: false).contains("\r\nConnection: close\r\n"))
        #expect(head(of: Response(), version: .http10, keepsAlive: true).contains("\r\nConnection: keep-alive\r\n"))
        #expect(head(of: Response(), version: .http10, keepsAlive: false).contains("\r\nConnection: close\r\n"))
        #expect(head(of: Response(), version: .http10).hasPrefix("HTTP/1.1 200 OK\r\n"))
    }

    @Test(arguments: [
        "Content-Length", "content-length", "Transfer-Encoding", "Connection", "Keep-Alive", "Date", "Server", "SERVER",
        "Trailer",
    ])
    func `a page cannot speak for the writer`(name: String) {
        let plain = Response.text("hello")
        var response = plain
        response.headers.add(name, "7")
        #expect(head(of: response) == head(of: plain))
    }

    @Test func `a status without a phrase keeps its space`() throws {
        let status = try #require(Status(code: 299))
        #expect(head(of: Response(status)).hasPrefix("HTTP/1.1 299 \r\n"))
    }

    @Test func `the interim answer is whole`() {
        #expect(String(decoding: ResponseWriter.continueBytes, as: UTF8.self) == "HTTP/1.1 100 Continue\r\n\r\n")
    }
}
