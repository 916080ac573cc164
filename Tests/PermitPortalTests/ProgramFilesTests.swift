import Foundation
import TestSupport
import Testing

@testable import PermitPortal

/// Which static files the program serves and packs.
struct ProgramFilesTests {
    private let place: TemporaryFolder

    init() throws { place = try TemporaryFolder() }

    private func write(_ name: String, changed seconds: Double) throws {
        let date = Date(timeIntervalSince1970: 1_800_000_000 + seconds)
        try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: try place.write("content", to: name))
    }

    @Test(arguments: [(1.0, true), (0.0, true), (-1.0, false), (-100_000.0, false)])
    func `a gzip form counts as long as the file has not changed since`(seconds: Double, counts: Bool) throws {
        try write("icons/a.svg", changed: 0)
        try write("icons/a.svg.gz", changed: seconds)
        let expected: Set = counts ? ["icons/a.svg", "icons/a.svg.gz"] : ["icons/a.svg"]
        #expect(Set(try ProgramFiles.assets(in: place.path).keys) == expected)
    }

    @Test func `a gzip file of its own counts, and what is hidden does not`() throws {
        for name in ["plans.gz", "portal.css", ".gz", ".secret/key"] { try write(name, changed: 0) }
        #expect(Set(try ProgramFiles.assets(in: place.path).keys) == ["plans.gz", "portal.css"])
    }
}
