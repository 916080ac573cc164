import Foundation
import Permitting
import TestSupport
import Testing

@testable import Storage

struct AttachmentAuditTests {
    private let records: DemoRecords
    private let folder: AttachmentFolder
    private let listed: [AttachmentStore.Listed]

    init() throws {
        records = try DemoRecords()
        folder = records.database.attachments
        listed = try records.read { try $0.attachments.listed() }
    }

    /// Now is when the files were written, whatever the office's clock says.
    private var now: Instant { Instant(Int(Date().timeIntervalSince1970)) }

    private func audit() throws -> AttachmentAudit { try records.database.auditAttachments(at: now) }

    /// A file that no record names, so many seconds old.
    private func addStray(_ path: String, age: Int) throws -> String {
        let file = try records.place.write("stray", to: "data/attachments/" + path)
        let date = Date(timeIntervalSince1970: TimeInterval(now.seconds - age))
        try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: file)
        return file
    }

    @Test func `the demo's attachments are all there and nothing besides`() throws {
        let audit = try audit()
        #expect(audit.count == 2 && audit.faults == [] && audit.strays == [])
        let contents = try listed.map { try String(contentsOfFile: folder.path(of: $0.file), encoding: .utf8) }
        #expect(contents.allSatisfy { $0.hasPrefix("%PDF-1.4\n") && $0.hasSuffix("%%EOF\n") })
    }

    @Test func `a file that is gone, and one that is shorter, are told by name`() throws {
        let (gone, short) = (folder.path(of: listed[0].file), folder.path(of: listed[1].file))
        try FileManager.default.removeItem(atPath: gone)
        try Data("short".utf8).write(to: URL(fileURLWithPath: short))
        #expect(
            try audit().faults == ["\(gone) is missing", "\(short) has 5 bytes instead of \(listed[1].size.bytes)"])
    }

    @Test func `the content is looked at where that is asked for`() throws {
        let audit = try records.database.auditAttachments(at: now) { attachment, path in
            attachment.id == listed[0].id && path == folder.path(of: attachment.file)
        }
        #expect(audit.faults == ["\(folder.path(of: listed[1].file)) does not hold what was sent"])
    }

    @Test func `what a cut-off upload left is cleared away an hour later, and what the records name stays`() throws {
        let name = String(repeating: "0", count: 30)
        let old = [try addStray("00/00\(name)", age: 3_700), try addStray("00/01\(name).incoming", age: 3_700)]
        let young = try addStray("00/00\(name).incoming", age: 60)
        #expect(Set(try audit().strays) == Set(old + [young]))
        try records.database.sweepAttachments(at: now)
        let audit = try audit()
        #expect(audit.strays == [young] && audit.faults == [] && audit.count == 2)
    }

    @Test func `the file of a removed attachment that stayed behind is cleared away`() throws {
        let id = listed[0].id
        _ = try records.write { try $0.attachments.remove(id: id, at: DemoRecords.now) }
        #expect(try audit().strays == [folder.path(of: listed[0].file)])
        try records.database.sweepAttachments(at: now.adding(seconds: 3_700))
        #expect(try audit().strays == [] && folder.size(of: listed[0].file) == nil && folder.size(of: listed[1].file) != nil)
    }
}
