import Foundation
import HTTP
import Testing

struct MultipartFormTests {
    private typealias Upload = (name: String, fileName: String, contentType: String, content: [UInt8])

    private func posted(
        _ fields: [(String, String)] = [], _ files: [Upload] = []
    ) throws -> Request {
        try Request(posting: fields, files: files, to: "/permits")
    }

    /// The same request with its content in a file, as the server hands over large ones.
    private func spooled(_ request: Request) throws -> Request {
        let file = try BodyFile(in: NSTemporaryDirectory())
        try file.append(try request.body.read()[...])
        var request = request
        request.body = .file(file)
        return request
    }

    private func content(_ file: UploadedFile?) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try #require(file).forEachPiece { bytes += $0 }
        return bytes
    }

    private func refusal(_ type: String?, _ body: String, limits: MultipartLimits = MultipartLimits()) throws -> Refusal? {
        var request = try Request(.post, "/", body: .bytes(Array(body.utf8)))
        request.headers["Content-Type"] = type
        do {
            _ = try request.multipartForm(limits: limits)
            return nil
        } catch {
            return try #require(error as? Refusal)
        }
    }

    private func error(of value: [UInt8]) throws -> MultipartError? {
        let head =
            "--b\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--b\r\nContent-Disposition: form-data; name=c\r\n\r\n"
        let body = Body.bytes(Array(head.utf8) + value + Array("\r\n--b--".utf8))
        do {
            _ = try MultipartForm(body, boundary: try MultipartBoundary("b"))
            return nil
        } catch {
            return error as? MultipartError
        }
    }

    @Test func `a form with a file gives its fields and its file`() throws {
        let plan = Array("%PDF-1.7\r\n--\r\n".utf8) + [0, 0xFF, 0x0D]
        let request = try posted(
            [("description", "Deck & rails\r\n é"), ("csrf", "abc"), ("csrf", "def")],
            [("plan", "Site plan.pdf", "application/pdf", plan)])
        for request in [request, try spooled(request)] {
            let form = try request.multipartForm()
            #expect(form["description"] == "Deck & rails\r\n é")
            #expect(form["csrf"] == "abc")
            #expect(form.values("csrf") == ["abc", "def"])
            #expect(form["plan"] == nil)
            #expect(form["nothing"] == nil)
            let file = try #require(form.file("plan"))
            #expect(file.name == "plan")
            #expect(file.fileName == "Site plan.pdf")
            #expect(file.contentType == "application/pdf")
            #expect(file.size == plan.count)
            #expect(try file.prefix(8) == Array("%PDF-1.7".utf8))
            #expect(try file.prefix(1000) == plan)
            #expect(try content(file) == plan)
            #expect(form.file("description") == nil)
        }
    }

    @Test func `a large file comes in pieces, in order, without loss`() throws {
        let large = (0..<500_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 4) }
        let request = try spooled(
            try posted([("a", "1")], [("f", "a", "x/y", [1]), ("f", "b", "x/y", large), ("g", "c", "x/y", [])]))
        let form = try request.multipartForm()
        #expect(form.files.map(\.size) == [1, 500_000, 0])
        #expect(form.files("f").map(\.fileName) == ["a", "b"])
        var sizes: [Int] = []
        var bytes: [UInt8] = []
        try form.files[1].forEachPiece {
            sizes.append($0.count)
            bytes += $0
        }
        #expect(bytes == large)
        #expect(sizes == [Int](repeating: 65_536, count: 7) + [500_000 - 7 * 65_536])
        #expect(try content(form.file("g")) == [])
        #expect(try form.files[1].prefix(4) == Array(large.prefix(4)))
    }

    @Test func `a file is copied to where a descriptor stands`() throws {
        let large = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 / 3) }
        let file = try #require(try posted([], [("f", "a", "x/y", large)]).multipartForm().file("f"))
        let path = NSTemporaryDirectory() + "/" + UUID().uuidString
        #expect(FileManager.default.createFile(atPath: path, contents: Data("head".utf8)))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.seekToEnd()
        try file.copy(to: handle.fileDescriptor)
        try handle.close()
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("head".utf8) + Data(large))
    }

    @Test func `a disk that is full while a file is copied is told from a fault`() throws {
        let file = try #require(try posted([], [("f", "a", "x/y", [1, 2, 3])]).multipartForm().file("f"))
        let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
        #expect(throws: BodyFileError("copying", code: ENOSPC)) { try file.copy(to: full.fileDescriptor) }
        let readOnly = try #require(FileHandle(forReadingAtPath: "/dev/null"))
        #expect(throws: BodyFileError("copying", code: EBADF)) { try file.copy(to: readOnly.fileDescriptor) }
    }

    @Test func `what stops the reading of a file reaches whoever reads it`() throws {
        struct Enough: Error {}
        let file = try #require(try posted([], [("f", "a", "x/y", [1])]).multipartForm().file("f"))
        #expect(throws: Enough.self) { try file.forEachPiece { _ in throw Enough() } }
    }

    @Test func `a file field left empty is no file`() throws {
        let form = try posted([("a", "1")], [("plan", "", "application/octet-stream", []), ("photo", "", "image/png", [1])])
            .multipartForm()
        #expect(form.file("plan") == nil)
        #expect(form.file("photo")?.size == 1)
        #expect(form.files.count == 1)
        #expect(form.fields.all.count == 1)
    }

    @Test func `a text field is UTF-8 without NUL`() throws {
        #expect(try error(of: Array("é".utf8)) == nil)
        #expect(try error(of: [0xFF]) == .notUTF8(part: 2))
        #expect(try error(of: [0xC0, 0x80]) == .notUTF8(part: 2))
        #expect(try error(of: [0xED, 0xA0, 0x80]) == .notUTF8(part: 2))
        #expect(try error(of: [0x61, 0]) == .containsNUL(part: 2))
    }

    @Test(arguments: [
        nil, "", "text/plain", "application/x-www-form-urlencoded", "multipart/mixed; boundary=b",
        "multipart/form-datax; boundary=b",
        "multipart/form-data, boundary=b", "multipart/form-data; boundary=b; boundary=c", "multipart/form-data; boundary",
    ])
    func `anything but one multipart form is 415, and the connection goes on`(type: String?) throws {
        let refusal = try #require(try refusal(type, "--b--"))
        #expect(refusal.status == .unsupportedMediaType)
        #expect(!refusal.closes)
    }

    @Test func `a coded form and a form of two types are 415`() throws {
        var coded = try posted([("a", "1")])
        coded.headers["Content-Encoding"] = "gzip"
        #expect(!coded.isMultipart)
        var twice = try posted([("a", "1")])
        twice.headers.add("Content-Type", try #require(twice.headers["Content-Type"]))
        for request in [coded, twice] {
            #expect { try request.multipartForm() } throws: { ($0 as? Refusal)?.status == .unsupportedMediaType }
        }
    }

    @Test(arguments: [
        ("multipart/form-data; boundary=b", "--b--"), ("Multipart/Form-Data;BOUNDARY=\"b\"", "--b--"),
        ("multipart/form-data; charset=utf-8; boundary=\"a b\"", "--a b--"),
    ])
    func `the boundary is read from the media type`(type: String, body: String) throws {
        #expect(try refusal(type, body) == nil)
    }

    @Test(arguments: [
        ("multipart/form-data", "--b--"), ("multipart/form-data; boundary=\"\"", "--"),
        ("multipart/form-data; boundary=\"a@b\"", "--a@b--"), ("multipart/form-data; boundary=b", ""),
        ("multipart/form-data; boundary=b", "--b\r\nX: y\r\n\r\n\r\n--b--"), ("multipart/form-data; boundary=B", "--b--"),
    ])
    func `what is no multipart form within is 400, and the connection goes on`(type: String, body: String) throws {
        let refusal = try #require(try refusal(type, body))
        #expect(refusal.status == .badRequest)
        #expect(!refusal.closes)
    }

    @Test func `a form beyond its limits is 413`() throws {
        let body = "--b\r\nContent-Disposition: form-data; name=a\r\n\r\n12\r\n--b--"
        let type = "multipart/form-data; boundary=b"
        #expect(try refusal(type, body, limits: MultipartLimits(parts: 0))?.status == .contentTooLarge)
        #expect(try refusal(type, body, limits: MultipartLimits(headerBytes: 10))?.status == .contentTooLarge)
        #expect(try refusal(type, body, limits: MultipartLimits(fieldBytes: 1))?.status == .contentTooLarge)
        #expect(try refusal(type, body, limits: MultipartLimits(allFieldBytes: 1))?.status == .contentTooLarge)
    }

    @Test func `the fields of either kind of form are found the same way`() throws {
        #expect(try posted([("csrf", "abc")]).formFields()["csrf"] == "abc")
        #expect(try Request(posting: [("csrf", "abc")], to: "/").formFields()["csrf"] == "abc")
        #expect(try Request(.post, "/").formFields().isEmpty)
        var other = try Request(.post, "/", body: .bytes([1]))
        other.headers["Content-Type"] = "text/plain"
        #expect { try other.formFields() } throws: { ($0 as? Refusal)?.status == .unsupportedMediaType }
    }

    @Test func `names are the same when their bytes are`() throws {
        let form = try posted([("\u{212A}", "1")], [("\u{212A}", "a", "x/y", [1])]).multipartForm()
        #expect(form["K"] == nil)
        #expect(form.file("K") == nil)
        #expect(form.files("K").isEmpty)
        #expect(form.file("\u{212A}")?.size == 1)
    }

    @Test func `what is written is read again, whatever stands in a name`() throws {
        let name = "a\"b\r\n;=é\\ %41"
        let form = try posted([(name, "1")], [(name, "c\"d.pdf", "x/y", [13, 10, 45, 45])]).multipartForm()
        #expect(form[name] == "1")
        #expect(form.file(name)?.fileName == "c\"d.pdf")
        #expect(try content(form.file(name)) == [13, 10, 45, 45])
    }
}
