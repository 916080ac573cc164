import Foundation
import HTTP
import TestSupport
import Testing

@testable import Server

struct FileAnswerTests {
    private let folder: TemporaryFolder
    /// Larger than what a socket and its reader hold together.
    private static let bytes: [UInt8] = {
        // A prime length, so that no page or buffer begins as another does.
        let pattern = (0..<65_521).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
        var bytes: [UInt8] = []
        while bytes.count < 6_000_000 { bytes += pattern }
        return Array(bytes[..<6_000_000])
    }()
    private var bytes: [UInt8] { Self.bytes }

    init() throws { folder = try TemporaryFolder() }

    /// Serves the file of that size at "/plan", with ranges.
    private func server(path: String, size: Int, limits: Limits = Limits()) throws -> TestServer {
        var application = TestApplication()
        application.quickly = { request in
            guard request.target.path == "/plan" else { return nil }
            let headers = Headers([("Content-Type", "application/pdf"), ("ETag", "\"plan\"")])
            return Response(headers: headers, body: .file(FileContent(path: path, size: size))).tailored(to: request)
        }
        return try TestServer(application, limits: limits)
    }

    private func server(limits: Limits = Limits()) throws -> TestServer {
        let path = folder.file("plan.pdf")
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return try server(path: path, size: bytes.count, limits: limits)
    }

    private static let get = "GET /plan HTTP/1.1\r\nHost: localhost\r\n\r\n"

    @Test func `a file larger than any buffer arrives as it is, and its line tells its size`() throws {
        let server = try server()
        let client = try server.client(receiveBuffer: 16_384)
        #expect(try client.get("/plan").content == bytes)
        #expect(try client.get("/next").status == 200)
        let line = try #require(server.lines.next())
        #expect(line.status == 200 && line.bytes == bytes.count)
    }

    @Test(arguments: [1, 1_000_003])
    func `a turn of any size sends the same bytes`(turn: Int) throws {
        var limits = Limits()
        limits.writeTurn = turn
        let server = try server(limits: limits)
        let range = turn == 1 ? 0..<5_000 : 0..<bytes.count
        let answer = try server.client().get("/plan", headers: "Range: bytes=0-\(range.upperBound - 1)\r\n")
        #expect(answer.content == Array(bytes[range]))
    }

    @Test(arguments: [
        ("0-0", 0..<1), ("-1", 5_999_999..<6_000_000), ("5999999-", 5_999_999..<6_000_000), ("4095-4096", 4_095..<4_097),
        ("65535-131072", 65_535..<131_073), ("1-5999998", 1..<5_999_999), ("0-", 0..<6_000_000), ("-99999999", 0..<6_000_000),
    ])
    func `a range arrives from its first byte to its last`(range: String, expected: Range<Int>) throws {
        let server = try server()
        let client = try server.client()
        let answer = try client.get("/plan", headers: "Range: bytes=\(range)\r\n")
        #expect(answer.status == 206)
        #expect(answer.headers["content-range"] == "bytes \(expected.lowerBound)-\(expected.upperBound - 1)/6000000")
        #expect(answer.content == Array(bytes[expected]))
        #expect(try client.get("/next").status == 200)
    }

    @Test func `several ranges arrive as one multipart answer`() throws {
        let server = try server()
        let client = try server.client(receiveBuffer: 16_384)
        let answer = try client.get("/plan", headers: "Range: bytes=5000000-5999999, 0-1, 3-4000000\r\n")
        let type = try #require(answer.headers["content-type"])
        let boundary = try #require(type.split(separator: "=").last)
        var expected: [UInt8] = []
        for (index, range) in [5_000_000..<6_000_000, 0..<2, 3..<4_000_001].enumerated() {
            let place = "bytes \(range.lowerBound)-\(range.upperBound - 1)/6000000"
            let head =
                (index == 0 ? "" : "\r\n")
                + "--\(boundary)\r\nContent-Type: application/pdf\r\nContent-Range: \(place)\r\n\r\n"
            expected += Array(head.utf8) + bytes[range]
        }
        expected += Array("\r\n--\(boundary)--\r\n".utf8)
        #expect(answer.status == 206)
        #expect(answer.content == expected)
        #expect(try client.get("/next").status == 200)
    }

    @Test func `a range beyond the end is 416, and the connection goes on`() throws {
        let server = try server()
        let client = try server.client()
        let answer = try client.get("/plan", headers: "Range: bytes=6000000-\r\n")
        #expect(answer.status == 416)
        #expect(answer.headers["content-range"] == "bytes */6000000")
        #expect(try client.get("/plan", headers: "Range: bytes=0-2\r\n").content == Array(bytes[..<3]))
    }

    @Test func `requests that wait behind a file are answered after it, in order`() throws {
        let server = try server()
        let client = try server.client()
        let range = "GET /plan HTTP/1.1\r\nHost: localhost\r\nRange: bytes=5-9\r\n\r\n"
        try client.send(
            "GET /first HTTP/1.1\r\nHost: localhost\r\n\r\n" + Self.get + range + "HEAD" + Self.get.dropFirst(3) + range)
        #expect(try client.answer().text == "GET /first empty 0 ")
        #expect(try client.answer().content == bytes)
        #expect(try client.answer().content == Array(bytes[5..<10]))
        #expect(try client.answer(toHead: true).headers["content-length"] == "6000000")
        #expect(try client.answer().content == Array(bytes[5..<10]))
    }

    @Test func `a worker's answer is sent in parts just the same`() throws {
        let path = try folder.write("the plan of the house", to: "plan.pdf")
        var application = TestApplication()
        application.answer = { request in
            let content = FileContent(path: path, size: 21)
            return Response(headers: Headers([("ETag", "\"plan\"")]), body: .file(content)).tailored(to: request)
        }
        let server = try TestServer(application)
        let client = try server.client()
        #expect(try client.get("/", headers: "Range: bytes=4-7\r\n").text == "plan")
        let parts = try client.get("/", headers: "Range: bytes=4-7,16-\r\n").text
        #expect(parts.contains("bytes 4-7/21\r\n\r\nplan\r\n--") && parts.contains("bytes 16-20/21\r\n\r\nhouse\r\n--"))
        #expect(try client.get("/").text == "the plan of the house")
    }

    @Test func `a client that stops reading is cut off, and what it got is in its line`() throws {
        var limits = Limits()
        limits.readWindowSeconds = 0.1
        let server = try server(limits: limits)
        let client = try server.client(receiveBuffer: 4_096)
        try client.send(Self.get)
        let line = try #require(server.lines.next())
        #expect(line.status == 200 && line.bytes > 0 && line.bytes < bytes.count)
        #expect(client.countUntilEnd() < bytes.count)
    }

    @Test func `while one client does not read, another gets the same file`() throws {
        let server = try server()
        let idle = try server.client(receiveBuffer: 4_096)
        try idle.send(Self.get)
        for _ in 0..<2 { #expect(try server.client().get("/plan").content == bytes) }
        #expect(try idle.answer().content == bytes)
    }

    @Test func `a file that has vanished is not found`() throws {
        let server = try server(path: "/nonexistent/plan.pdf", size: 10)
        let client = try server.client()
        #expect(try client.get("/plan").status == 404)
        #expect(try client.get("/plan", headers: "Range: bytes=0-1,5-6\r\n").status == 404)
        #expect(try client.get("/next").status == 200)
    }

    @Test(arguments: ["", "Range: bytes=2-900\r\n", "Range: bytes=800-\r\n", "Range: bytes=0-1,3-900\r\n"])
    func `a file shorter than promised ends the connection instead of inventing bytes`(range: String) throws {
        let path = try folder.write("short", to: "plan.pdf")
        let server = try server(path: path, size: 1_000)
        let client = try server.client()
        try client.send("GET /plan HTTP/1.1\r\nHost: localhost\r\n\(range)\r\n" + Self.get)
        #expect(client.countUntilEnd() < 800)
        let line = try #require(server.lines.next())
        #expect(line.bytes < 800)
    }

    @Test func `HEAD of a file tells its size only, whatever range it names`() throws {
        let path = try folder.write("the plan", to: "plan.pdf")
        let server = try server(path: path, size: 8)
        let client = try server.client()
        for range in ["", "Range: bytes=0-2\r\n", "Range: bytes=0-0,2-2\r\n", "Range: bytes=99-\r\n"] {
            try client.send("HEAD /plan HTTP/1.1\r\nHost: localhost\r\n\(range)\r\n")
            let answer = try client.answer(toHead: true)
            #expect(answer.status == 200 && answer.headers["content-length"] == "8")
            #expect(answer.headers["accept-ranges"] == "bytes")
        }
        #expect(try client.get("/plan").text == "the plan")
    }

    @Test func `an empty file is sent as nothing`() throws {
        let path = try folder.write("", to: "plan.pdf")
        let server = try server(path: path, size: 0)
        let client = try server.client()
        let answer = try client.get("/plan", headers: "Range: bytes=0-\r\n")
        #expect(answer.status == 200 && answer.content.isEmpty)
        #expect(try client.get("/next").status == 200)
    }
}
