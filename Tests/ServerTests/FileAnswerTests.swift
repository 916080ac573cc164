import Foundation
import HTTP
import TestSupport
import Testing

@testable import Server

struct FileAnswerTests {
    private func application(path: String, size: Int) -> TestApplication {
        var application = TestApplication()
        application.quickly = { request in
            request.target.path == "/plan" ? Response(body: .file(FileContent(path: path, size: size))) : nil
        }
        return application
    }

    @Test func `a file larger than any buffer arrives as it is`() throws {
        let folder = try TemporaryFolder()
        let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
        try Data(bytes).write(to: URL(fileURLWithPath: folder.file("plan.pdf")))
        let server = try TestServer(application(path: folder.file("plan.pdf"), size: bytes.count))
        let client = try server.client(receiveBuffer: 16_384)
        #expect(try client.get("/plan").content == bytes)
        #expect(try client.get("/next").status == 200)
    }

    @Test func `a file that has vanished is not found`() throws {
        let server = try TestServer(application(path: "/nonexistent/plan.pdf", size: 10))
        let client = try server.client()
        #expect(try client.get("/plan").status == 404)
        #expect(try client.get("/next").status == 200)
    }

    @Test func `a file shorter than promised ends the connection instead of inventing bytes`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("short", to: "plan.pdf")
        let server = try TestServer(application(path: path, size: 1_000))
        let client = try server.client()
        try client.send("GET /plan HTTP/1.1\r\nHost: localhost\r\n\r\n")
        #expect(client.countUntilEnd() < 1_000)
    }

    @Test func `HEAD of a file tells its size only`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("the plan", to: "plan.pdf")
        let server = try TestServer(application(path: path, size: 8))
        let client = try server.client()
        try client.send("HEAD /plan HTTP/1.1\r\nHost: localhost\r\n\r\n")
        #expect(try client.answer(toHead: true).headers["content-length"] == "8")
        #expect(try client.get("/plan").text == "the plan")
    }
}
