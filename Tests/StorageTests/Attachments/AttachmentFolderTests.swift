import Foundation
import Permitting
import Synchronization
import TestSupport
import Testing

@testable import Storage

struct AttachmentFolderTests {
    private let place: TemporaryFolder
    private let folder: AttachmentFolder

    init() throws {
        place = try TemporaryFolder()
        folder = AttachmentFolder(path: place.file("attachments"))
    }

    private func failing(_ change: (inout AttachmentDisk) -> Void) -> AttachmentFolder {
        var disk = AttachmentDisk.system
        change(&disk)
        return AttachmentFolder(path: folder.path, disk: disk)
    }

    private func paths() throws -> [String] { try folder.contents().map(\.path) }

    @Test func `a kept file lies whole under its random name, for its own user only`() throws {
        let file = try folder.begin()
        let piece = [UInt8](repeating: 7, count: 64 * 1_024)
        for _ in 0..<3 { try file.append(piece[...]) }
        try file.append(piece[..<1])
        try file.keep()
        #expect(folder.size(of: file.name) == FileSize(bytes: 3 * 64 * 1_024 + 1))
        let path = folder.path(of: file.name)
        #expect(try paths() == [path])
        #expect(path == "\(folder.path)/\(file.name.rawValue.prefix(2))/\(file.name.rawValue)")
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)).allSatisfy { $0 == 7 })
        for (path, mode) in [(path, 0o600), ((path as NSString).deletingLastPathComponent, 0o700), (folder.path, 0o700)] {
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == mode)
        }
    }

    @Test func `names are random and say nothing`() throws {
        let names = try (0..<50).map { _ in try folder.begin().name.rawValue }
        #expect(Set(names).count == 50 && names.allSatisfy { $0.utf8.count == 32 && StoredName(rawValue: $0) != nil })
        for wrong in ["", "../../etc/passwd", String(repeating: "A", count: 32), String(repeating: "a", count: 33)] {
            #expect(StoredName(rawValue: wrong) == nil)
        }
    }

    @Test func `what is not kept goes away by itself`() throws {
        do {
            let file = try folder.begin()
            try file.append([1, 2, 3])
            #expect(try paths().count == 1)
            #expect(folder.size(of: file.name) == nil)
        }
        #expect(try paths() == [])
    }

    @Test func `a removed file is gone, and may be removed again`() throws {
        let file = try folder.begin()
        try file.append([1])
        try file.keep()
        try folder.remove(file.name)
        try folder.remove(file.name)
        #expect(try paths() == [] && folder.size(of: file.name) == nil)
    }

    @Test(arguments: [0, 5])
    func `a disk that fills up is told, and leaves nothing behind`(taken: Int) throws {
        let full = failing { $0.write = { _, bytes in taken < bytes.count ? (-1, ENOSPC) : (bytes.count, 0) } }
        do {
            let file = try full.begin()
            let error = #expect(throws: AttachmentFileError.self) { try file.append([1, 2, 3, 4, 5, 6]) }
            #expect(
                error?.isOutOfSpace == true && error?.description.hasSuffix("cannot be written: No space left on device") == true)
        }
        #expect(try paths() == [])
        let stuck = failing { $0.write = { _, _ in (0, 0) } }
        #expect(throws: AttachmentFileError.self) { try stuck.begin().append([1]) }
    }

    @Test func `a write that is cut short goes on, and one that was interrupted is made again`() throws {
        let calls = Counter()
        let slow = failing {
            $0.write = { descriptor, bytes in
                guard calls.next() % 2 == 0 else { return (-1, EINTR) }
                return AttachmentDisk.system.write(descriptor, UnsafeRawBufferPointer(rebasing: bytes.prefix(2)))
            }
        }
        let file = try slow.begin()
        try file.append(Array("abcdefg".utf8)[...])
        try file.keep()
        #expect(try String(contentsOfFile: folder.path(of: file.name), encoding: .utf8) == "abcdefg")
    }

    @Test func `a file that cannot be brought to the disk is not kept`() throws {
        // The folder's names are synced as well: first those made for it, then the file's own.
        for failingCall in 1...4 {
            let calls = Counter()
            let broken = failing { $0.sync = { calls.next() + 1 == failingCall ? EIO : AttachmentDisk.system.sync($0) } }
            #expect(throws: AttachmentFileError.self) {
                let file = try broken.begin()
                try file.append([1])
                try file.keep()
            }
            #expect(calls.count >= failingCall)
            #expect(try paths() == [])
            try FileManager.default.removeItem(atPath: folder.path)
        }
    }

    @Test func `files in another's place are seen, and those of another name are no attachment's`() throws {
        let name = String(repeating: "a", count: 32)
        for path in ["aa/\(name)", "bb/\(name)", "aa/\(name).incoming", "aa/notes.txt"] {
            try place.write("x", to: "attachments/" + path)
        }
        let found = try folder.contents()
        #expect(found.count == 4)
        #expect(found.compactMap { $0.name == nil ? nil : $0.path } == ["\(folder.path)/aa/\(name)"])
    }
}

/// Counts from 0, on any thread.
private final class Counter: Sendable {
    private let state = Mutex(0)
    var count: Int { state.withLock { $0 } }
    func next() -> Int {
        state.withLock { value in
            defer { value += 1 }; return value
        }
    }
}
