import Foundation
import HTTP
import Testing

struct BodyFileTests {
    private func folder() throws -> String {
        let path = NSTemporaryDirectory() + "/body-file-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    @Test func `what was appended is read back, in any part`() throws {
        let file = try BodyFile(in: NSTemporaryDirectory())
        #expect(file.size == 0)
        #expect(try file.read(0..<10).isEmpty)
        for start in stride(from: 0, to: 100_000, by: 10_000) {
            try file.append((start..<start + 10_000).map { UInt8(truncatingIfNeeded: $0 / 7) }[...])
        }
        let expected = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
        #expect(file.size == 100_000)
        #expect(try Body.file(file).read() == expected)
        #expect(try file.read(12_345..<12_350) == Array(expected[12_345..<12_350]))
        #expect(try file.read(99_999..<200_000) == [expected[99_999]])
        #expect(try file.read(200_000..<300_000).isEmpty)
    }

    @Test func `the file has no name while it is open`() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let file = try BodyFile(in: folder)
        try file.append([1, 2, 3])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
        #expect(try file.read(0..<3) == [1, 2, 3])
    }

    @Test func `a folder that is not there is an error that says so`() {
        #expect(throws: BodyFileError("creation", code: ENOENT)) { try BodyFile(in: "/nowhere/at/all") }
    }

    @Test func `a full disk is told from a fault`() {
        #expect(BodyFileError("writing", code: ENOSPC).isOutOfSpace)
        #expect(BodyFileError("writing", code: EDQUOT).isOutOfSpace)
        #expect(!BodyFileError("writing", code: EIO).isOutOfSpace)
        #expect(BodyFileError("writing", code: EIO).description.hasPrefix("writing of a request's temporary file failed: "))
    }

    @Test func `a body knows its size wherever it is`() throws {
        let file = try BodyFile(in: NSTemporaryDirectory())
        try file.append([1, 2])
        #expect(Body.empty.size == 0)
        #expect(Body.bytes([1, 2, 3]).size == 3)
        #expect(Body.file(file).size == 2)
        #expect(try Body.empty.read().isEmpty)
        #expect(try Body.bytes([1]).read() == [1])
    }
}
