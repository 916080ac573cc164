import Foundation
import Permitting
import SQLite
import TestSupport
import Testing

@testable import Storage

struct RecordsCopyTests {
    private let records: DemoRecords
    private let copy: String

    init() throws {
        records = try DemoRecords()
        copy = records.place.file("copy.db")
        try PermitDatabase.backup(folder: records.folder.path, to: copy)
    }

    private func restore(_ path: String? = nil, into folder: DataFolder? = nil) throws -> String? {
        try RecordsCopy(path: path ?? copy).restore(into: folder ?? records.folder, at: DemoRecords.now)
    }

    private func refused(_ path: String) throws -> String {
        let error = try #require(throws: RecordsCopy.Refusal.self) { try restore(path) }
        // Whatever the reason, the records and nothing else are there.
        #expect(try names() == before && (try records.count("SELECT count(*) FROM permits")) == 14)
        return error.description
    }

    private let before = ["attachments", "lock", "permits.db", "permits.db-shm", "permits.db-wal"]
    private func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: records.folder.path).sorted() }

    private func permits(_ path: String) throws -> Int? {
        try Connection(path: path, mode: .reader).first("SELECT count(*) FROM permits") { try $0[0] }
    }

    @Test func `what was there is put aside whole, with the log that holds its last changes`() throws {
        let company = try records.company("LAKESIDE FRAMING")
        try records.file("NEW-1", for: [company])
        let aside = try #require(try restore())
        #expect(aside == records.folder.databasePath + ".before-restore-2026-11-20T180000Z")
        #expect(try permits(records.folder.databasePath) == 14)
        #expect(try permits(aside) == 15)
        #expect(FileManager.default.fileExists(atPath: aside + "-wal"))
        #expect(try !names().contains { $0.hasSuffix(".restoring") })
    }

    @Test func `into a new folder nothing is put aside, and the records open as they were`() throws {
        let folder = try DataFolder(path: records.place.file("new"))
        #expect(try restore(into: folder) == nil)
        let database = try PermitDatabase(folder: folder)
        defer { database.close() }
        #expect(try database.check() == [])
        let rich = try #require(try database.reader().records.contractors.credentials(license: DemoRecords.rich))
        #expect(rich.firstPasswordHash == "hash of 440119")
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.databasePath)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func `what an interrupted restore left is no hindrance`() throws {
        for name in ["", "-wal", "-shm"] { try records.place.write("left", to: "new/permits.db.restoring" + name) }
        let folder = try DataFolder(path: records.place.file("new"))
        #expect(try restore(into: folder) == nil)
        #expect(try permits(folder.databasePath) == 14)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.contains("restoring") } == [])
    }

    @Test func `two restores in one second do not write over what was put aside`() throws {
        let aside = try #require(try restore())
        #expect(throws: RecordsCopy.Refusal.cannot("made", path: aside, reason: "File exists")) { try restore() }
        #expect(try permits(aside) == 14 && (try permits(records.folder.databasePath)) == 14)
    }

    @Test func `a file that is no database, is empty or is another program's is refused`() throws {
        let text = try records.place.write(String(repeating: "not a database ", count: 1_000), to: "text")
        #expect(try refused(text) == "\(text) holds no sound records: file is not a database")
        let empty = try records.place.write("", to: "empty")
        #expect(try refused(empty) == "\(empty) holds no sound records: it is no permit-portal's")
        let other = records.place.file("other.db")
        do {
            try Connection(path: other, mode: .writer).script(
                "CREATE TABLE schema_migrations (number, name); INSERT INTO schema_migrations VALUES (1, 'x')")
        }
        #expect(try refused(other) == "\(other) holds no sound records: it is no permit-portal's")
        let none = records.place.file("none")
        #expect(try refused(none) == "\(none) cannot be read: No such file or directory")
        #expect(try refused(records.place.path) == "\(records.place.path) cannot be read: Is a directory")
    }

    @Test func `a damaged copy and one cut short are refused`() throws {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: copy))
        let short = records.place.file("short")
        try bytes.prefix(bytes.count / 2).write(to: URL(fileURLWithPath: short))
        #expect(try refused(short).hasPrefix("\(short) holds no sound records: "))
        var spoilt = bytes
        spoilt.replaceSubrange((40 * 4_096)..<(50 * 4_096), with: Data(repeating: 0x5A, count: 10 * 4_096))
        try spoilt.write(to: URL(fileURLWithPath: short))
        #expect(try refused(short).hasPrefix("\(short) holds no sound records: "))
    }

    @Test func `records of a newer program are refused`() throws {
        try Connection(path: copy, mode: .writer).run(
            "INSERT INTO schema_migrations VALUES (99, 'from the future', '', '2030-01-01T00:00:00Z')")
        #expect(try refused(copy).contains("the database is newer than this program"))
    }

    @Test func `a database in use is no copy: its log would be left behind`() throws {
        let live = try DemoRecords()
        let path = live.folder.databasePath
        #expect(try refused(path) == "\(path) is no copy but a database in use: \(path)-wal belongs to it; `backup` makes a copy")
    }
}
