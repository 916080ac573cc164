import Foundation
import Permitting
import TestSupport
import Testing

@testable import Storage

/// Attachments go with the records, into a backup and back.
struct AttachmentCopiesTests {
    private let records: DemoRecords
    private let listed: [AttachmentStore.Listed]
    private let copy: String

    init() throws {
        records = try DemoRecords()
        listed = try records.read { try $0.attachments.listed() }
        copy = records.place.file("copy.db")
    }

    private func backUp() throws -> [String] { try PermitDatabase.backup(folder: records.folder.path, to: copy) }

    private func restore(_ path: String? = nil, into folder: DataFolder, requires: Bool = true) throws -> String? {
        try RecordsCopy(path: path ?? copy).restore(into: folder, at: DemoRecords.now, requiresAttachments: requires)
    }

    private func audit(_ folder: DataFolder) throws -> AttachmentAudit {
        let database = try PermitDatabase(folder: folder)
        defer { database.close() }
        return try database.auditAttachments(at: DemoRecords.now)
    }

    private func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: path) }

    @Test func `a backup has every file beside it, and a new folder gets them with the records`() throws {
        #expect(try backUp() == [])
        let beside = AttachmentFolder.beside(copy)
        #expect(beside.path == copy + ".attachments")
        #expect(try beside.contents().map(\.name) == listed.map(\.file).sorted { $0.rawValue < $1.rawValue })
        let folder = try DataFolder(path: records.place.file("new"))
        #expect(try restore(into: folder) == nil)
        let audit = try audit(folder)
        #expect(audit.count == 2 && audit.faults == [] && audit.strays == [])
    }

    @Test func `a file removed here stays in the backup, and comes back with it`() throws {
        _ = try backUp()
        try remove(records.database.attachments.path)
        #expect(try restore(into: records.folder) != nil)
        #expect(try audit(records.folder).faults == [])
    }

    @Test func `records without attachments make a backup without a folder`() throws {
        let folder = try DataFolder(path: records.place.file("empty"))
        let database = try PermitDatabase(folder: folder)
        defer { database.close() }
        #expect(try PermitDatabase.backup(folder: folder.path, to: copy) == [])
        #expect(!FileManager.default.fileExists(atPath: copy + ".attachments"))
    }

    @Test func `a file that is missing is told, and the backup is made all the same`() throws {
        let path = records.database.attachments.path(of: listed[0].file)
        try remove(path)
        #expect(try backUp() == [path])
        #expect(FileManager.default.fileExists(atPath: copy))
        let folder = try DataFolder(path: records.place.file("new"))
        let wanted = AttachmentFolder.beside(copy).path(of: listed[0].file)
        #expect(throws: RecordsCopy.Refusal.incomplete(count: 1, path: wanted)) { try restore(into: folder) }
        #expect(!folder.holdsRecords)
        #expect(try restore(into: folder, requires: false) == nil)
        #expect(try audit(folder).faults.count == 1)
    }

    @Test func `a backup does not mix its files with another's`() throws {
        try records.place.write("x", to: "copy.db.attachments/ab/x")
        #expect(throws: RecordsCopy.Refusal.self) { try backUp() }
        #expect(!FileManager.default.fileExists(atPath: copy))
    }

    @Test func `a copy of the database alone is enough where the files are still here`() throws {
        _ = try backUp()
        try remove(copy + ".attachments")
        #expect(try restore(into: records.folder) != nil)
        #expect(try audit(records.folder).faults == [])
    }

    @Test func `what was there is put aside with its files, and can be put back with them`() throws {
        _ = try backUp()
        let file = try records.database.attachments.begin()
        try file.append([1, 2, 3])
        try file.keep()
        let late = file.name
        let name = try #require(AttachmentName(given: "late.pdf"))
        let (permit, rich) = (try records.permit("RES17-0163").id, try records.contractor(DemoRecords.rich))
        try records.write { records in
            let likeness = AttachmentStore.Likeness(permit: permit, digest: DemoRecords.digest([1]), name: name, description: "x")
            try records.attachments.insert(
                .init(likeness, file: late, kind: .pdf, size: FileSize(bytes: 3)), contractor: rich, at: DemoRecords.now)
        }
        let aside = try #require(try restore(into: records.folder))
        #expect(AttachmentFolder.beside(aside).size(of: late)?.bytes == 3)
        // A day later the folder has been swept: the records that are there know nothing of the late file.
        try records.database.attachments.remove(late)
        let folder = try DataFolder(path: records.place.file("back"))
        let moved = records.place.file("aside.db")
        try PermitDatabase.copyAside(aside, to: moved)
        #expect(try restore(moved, into: folder) == nil)
        let audit = try audit(folder)
        #expect(audit.count == 3 && audit.faults == [])
    }

    @Test func `a file cut short is put right by the backup's`() throws {
        _ = try backUp()
        let path = records.database.attachments.path(of: listed[0].file)
        // A file of its own: the backup's is another name for the old one.
        try remove(path)
        try Data("short".utf8).write(to: URL(fileURLWithPath: path))
        _ = try restore(into: records.folder)
        #expect(try audit(records.folder).faults == [])
    }
}

extension PermitDatabase {
    /// The records that were put aside still have a log, being in use in this test: only a copy without one is a backup.
    fileprivate static func copyAside(_ aside: String, to file: String) throws {
        let folder = (file as NSString).deletingLastPathComponent + "/aside"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for companion in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: aside + companion, toPath: folder + "/permits.db" + companion)
        }
        try FileManager.default.copyItem(atPath: aside + ".attachments", toPath: folder + "/attachments")
        try backup(folder: folder, to: file)
    }
}
