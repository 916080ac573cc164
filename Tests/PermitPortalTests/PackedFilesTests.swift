import Foundation
import TestSupport
import Testing

@testable import PermitPortal

struct PackedFilesTests {
    private static let program = Array("\u{7F}ELF and what follows".utf8)
    private static let files: [String: [UInt8]] = [
        "Templates/Layout.mustache": Array("<html>{{title}}</html>\n".utf8),
        "Templates/Home/Show.mustache": Array("Überall".utf8),
        "Templates/notes.txt": Array("no template".utf8), "Public/portal.css": Array("a\tb\nc".utf8), "Public/empty.js": [],
        "Public/icons/icon.png": (0...255).map { UInt8($0) },
    ]

    private let place: TemporaryFolder
    private let packed: [UInt8]

    init() throws {
        place = try TemporaryFolder()
        packed = Self.program + PackedFiles.appendix(Self.files, after: UInt64(Self.program.count))
    }

    private func read(_ bytes: [UInt8]) throws -> PackedFiles? {
        let file = place.file("program")
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        return try PackedFiles.read(file)
    }

    @Test func `what was packed is unpacked, byte for byte`() throws {
        let found = try #require(try read(packed))
        #expect(found.files == Self.files)
        #expect(found.templates == ["Layout": "<html>{{title}}</html>\n", "Home/Show": "Überall"])
        #expect(
            found.assets == [
                "portal.css": Array("a\tb\nc".utf8), "empty.js": [], "icons/icon.png": Self.files["Public/icons/icon.png"] ?? [],
            ])
        #expect(packed.starts(with: Self.program))
    }

    @Test func `a program without packed files has none`() throws {
        for bytes in [[], Self.program, Array(repeating: 0, count: 4_000), Array(packed.dropLast()), packed + [0]] {
            #expect(try read(bytes) == nil)
        }
        #expect(try PackedFiles.ofThisProgram() == nil)
    }

    @Test func `a tail or an index with one byte changed never gives other files`() throws {
        let contents = Self.files.values.reduce(0) { $0 + $1.count }
        var refused = 0
        for place in (Self.program.count + contents)..<packed.count {
            for flip: UInt8 in [0x01, 0x10, 0x80] {
                var damaged = packed
                damaged[place] ^= flip
                do {
                    guard let found = try read(damaged) else { continue }
                    // A name may have become another; no content may.
                    #expect(found.files.values.allSatisfy { Self.files.values.contains($0) }, "byte \(place)")
                } catch let error as CommandError {
                    #expect(error.message == "the files packed into this program are damaged" && error.code == 70)
                    refused += 1
                }
            }
        }
        #expect(refused > 60)
    }

    @Test(arguments: [UInt64.max, UInt64.max - 1, UInt64(Int64.max), 1 << 40, 0, 1])
    func `a tail that points anywhere else is refused`(number: UInt64) throws {
        let bytes = (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
        for place in [packed.count - 16, packed.count - 8] {
            var damaged = packed
            damaged.replaceSubrange(place..<(place + 8), with: bytes)
            #expect(throws: CommandError.self) { try read(damaged) }
        }
    }

    @Test(arguments: ["9223372036854775807", "-1", "x", "99999999999999999999", ""])
    func `an index with an impossible length is refused`(length: String) throws {
        let tail = Array(packed.suffix(32))
        let content = Array("abc".utf8) + Array("Public/a\t0\t\(length)\n".utf8)
        var damaged = content + tail
        damaged.replaceSubrange((damaged.count - 16)..., with: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3])
        #expect(throws: CommandError.self) { try read(damaged) }
    }
}
