import Foundation
import HTTP
import Synchronization
import TestSupport
import Testing

@testable import Server

struct ContentTests {
    private func post(_ size: Int, headers: String = "") -> String {
        "POST /files HTTP/1.1\r\nHost: localhost\r\nContent-Length: \(size)\r\n\(headers)\r\n"
    }

    @Test func `content of a declared length reaches the worker`() throws {
        let server = try TestServer()
        let client = try server.client()
        try client.send(post(5) + "hello")
        #expect(try client.answer().text == "POST /files memory 5 hello")
    }

    @Test func `content in chunks reaches the worker as one`() throws {
        let server = try TestServer()
        let client = try server.client()
        try client.send(
            "POST /files HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n")
        #expect(try client.answer().text == "POST /files memory 5 hello")
        #expect(try client.get("/next").status == 200)
    }

    @Test func `content up to the bound stays in memory and one byte more goes to a file`() throws {
        let server = try TestServer()
        let client = try server.client()
        for (size, place) in [(65_536, "memory"), (65_537, "file")] {
            try client.send(post(size))
            try client.send([UInt8](repeating: 7, count: size))
            #expect(try client.answer().text == "POST /files \(place) \(size) ")
        }
    }

    @Test func `a file holds the very bytes that were sent, and the folder none of it`() throws {
        let folder = try TemporaryFolder()
        let read = Mutex<[UInt8]>([])
        var application = TestApplication()
        application.answer = { request in
            guard case .file(let file) = request.body else { return .text("no file") }
            let bytes = (try? file.read(0..<file.size)) ?? []
            read.withLock { $0 = bytes }
            return .text("file")
        }
        let server = try TestServer(application) { $0.temporaryFolder = folder.path }
        let client = try server.client()
        let sent = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
        try client.send(post(sent.count))
        try client.send(sent)
        #expect(try client.answer().text == "file")
        #expect(read.withLock { $0 } == sent)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test func `content that cannot be stored is a fault of the server and ends the connection`() throws {
        let server = try TestServer { $0.temporaryFolder = "/nonexistent" }
        let client = try server.client()
        try client.send(post(100_000))
        try client.send([UInt8](repeating: 7, count: 100_000))
        #expect(try client.answer().status == 500)
        #expect(try client.seesEnd())
    }

    @Test func `content over the route's limit is 413 before it is sent`() throws {
        var application = TestApplication()
        application.limit = { $0.target.path == "/files" ? 10 : 1_000 }
        let server = try TestServer(application)
        let client = try server.client()
        try client.send(post(11))
        let answer = try client.answer()
        #expect(answer.status == 413)
        #expect(answer.headers["connection"] == "close")
        #expect(try client.seesEnd())
        let other = try server.client()
        try other.send("POST /a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 11\r\n\r\nhello world")
        #expect(try other.answer().status == 200)
    }

    @Test func `a page tells of content that is too large, by a worker that gets none of it`() throws {
        var application = TestApplication()
        application.limit = { _ in 10 }
        application.refuse = { .text("\(TestApplication.describe($0)) refused with \($1.status.code)", status: $1.status) }
        let server = try TestServer(application)
        let client = try server.client()
        try client.send(post(11) + "hello world")
        let answer = try client.answer()
        #expect(answer.status == 413 && answer.text == "POST /files empty 0  refused with 413")
        #expect(answer.headers["connection"] == "close")
        #expect(try client.seesEnd())
        #expect(server.lines.next()?.status == 413)
    }

    @Test func `a client that goes on sending too much still sees its 413`() throws {
        var application = TestApplication()
        application.limit = { _ in 1_000 }
        let server = try TestServer(application)
        let client = try server.client()
        // Without the lingering close, the unread bytes would turn the answer into a reset.
        try client.send(post(500_000))
        try client.send([UInt8](repeating: 7, count: 500_000))
        client.endSending()
        #expect(try client.answer().status == 413)
        #expect(try client.seesEnd())
    }

    @Test func `chunks over the limit are 413 when they pass it`() throws {
        var application = TestApplication()
        application.limit = { _ in 4 }
        let server = try TestServer(application)
        let client = try server.client()
        try client.send(
            "POST /files HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n")
        #expect(try client.answer().status == 413)
        #expect(try client.seesEnd())
    }

    @Test func `a client that asks first is told to continue, then answered`() throws {
        let server = try TestServer()
        let client = try server.client()
        try client.send(post(5, headers: "Expect: 100-continue\r\n"))
        #expect(try client.answer().status == 100)
        try client.send("hello")
        #expect(try client.answer().text == "POST /files memory 5 hello")
    }

    @Test func `a client that asks first is not told to continue with too much`() throws {
        var application = TestApplication()
        application.limit = { _ in 4 }
        let server = try TestServer(application)
        let client = try server.client()
        try client.send(post(5, headers: "Expect: 100-continue\r\n"))
        #expect(try client.answer().status == 413)
        #expect(try client.seesEnd())
    }

    @Test func `a client that asks but does not wait gets its answer only`() throws {
        let server = try TestServer()
        let client = try server.client()
        try client.send(post(5, headers: "Expect: 100-continue\r\n") + "hello")
        #expect(try client.answer().status == 200)
    }
}
