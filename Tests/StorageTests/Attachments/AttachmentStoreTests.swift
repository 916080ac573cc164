import Permitting
import SQLite
import Testing

@testable import Storage

struct AttachmentStoreTests {
    private let records: DemoRecords
    private let rich: Int
    private let permit: Int

    init() throws {
        records = try DemoRecords()
        rich = try records.contractor(DemoRecords.rich)
        permit = try records.permit("RES17-0163").id
    }

    private func upload(_ content: String = "one", _ name: String = "a.pdf", as words: String = "A plan") throws
        -> AttachmentStore.Upload
    {
        let likeness = AttachmentStore.Likeness(
            permit: permit, digest: DemoRecords.digest(Array(content.utf8)), name: try #require(AttachmentName(given: name)),
            description: words)
        return AttachmentStore.Upload(
            likeness, file: StoredName(), kind: .pdf, size: FileSize(bytes: content.utf8.count))
    }

    @discardableResult
    private func add(_ upload: AttachmentStore.Upload, at now: Instant = DemoRecords.now) throws -> Int {
        let rich = rich
        return try records.write { try $0.attachments.insert(upload, contractor: rich, at: now) }
    }

    @Test func `an attachment comes back as it was sent, the latest first`() throws {
        let first = try upload()
        try add(first)
        let later = try add(try upload("two", "b.pdf"), at: DemoRecords.now.adding(minutes: 1))
        let all = try records.read { try $0.attachments.all(permit: permit) }
        #expect(all.map(\.name.rawValue) == ["b.pdf", "a.pdf"] && all.first?.id == later)
        let found = try #require(all.last)
        #expect(found.kind == .pdf && found.size.bytes == 3 && found.digest == first.likeness.digest)
        #expect(found.description == "A plan" && found.sender == "RICH CONTRACTOR" && found.contractorID == rich)
        #expect(found.sentAt == DemoRecords.now && !found.isRemoved && found.permitID == permit)
        #expect(try records.read { try $0.attachments.file(id: found.id) } == first.file)
        #expect(try records.read { try $0.attachments.count(permit: permit) } == 2)
    }

    @Test func `the same file with the same words is on a permit once, until it is removed`() throws {
        let id = try add(try upload())
        let again = try upload()
        #expect(try records.read { try $0.attachments.find(again.likeness) } == id)
        #expect(refusal { try add(again) }?.isUniqueViolation == true)
        try add(try upload("one", "a.pdf", as: "Another word"))
        try add(try upload("one", "b.pdf"))
        try add(try upload("two"))
        #expect(try records.write { try $0.attachments.remove(id: id, at: DemoRecords.now) })
        #expect(try records.read { try $0.attachments.find(again.likeness) } == nil)
        try add(again)
        #expect(try records.read { try $0.attachments.count(permit: permit) } == 4)
    }

    @Test func `a removed one is told of and listed no more, and is removed once`() throws {
        let id = try add(try upload())
        #expect(try records.write { try $0.attachments.remove(id: id, at: DemoRecords.now) })
        #expect(try !records.write { try $0.attachments.remove(id: id, at: DemoRecords.now) })
        let (permit, other) = (permit, try records.permit("RES16-0688").id)
        #expect(try records.read { try $0.attachments.all(permit: permit) }.isEmpty)
        #expect(try records.read { try $0.attachments.find(id: id, permit: permit) }?.isRemoved == true)
        #expect(try records.read { try $0.attachments.find(id: id, permit: other) } == nil)
        #expect(try records.read { try $0.attachments.listed() }.count == 2)
    }

    @Test func `what counts against the bounds is what is there, and all that was sent today`() throws {
        let midnight = DemoRecords.now.adding(minutes: -600)
        try add(try upload("12345"), at: midnight.adding(seconds: -1))
        let id = try add(try upload("1234567"), at: midnight)
        try add(try upload("123456789"))
        let holdings = try records.read { try $0.attachments.holdings(permit: permit, contractor: rich, since: midnight) }
        #expect(holdings.files == 3 && holdings.size.bytes == 21 && holdings.sentToday.bytes == 16)
        _ = try records.write { try $0.attachments.remove(id: id, at: DemoRecords.now) }
        let left = try records.read { try $0.attachments.holdings(permit: permit, contractor: rich, since: midnight) }
        #expect(left.files == 2 && left.size.bytes == 14 && left.sentToday.bytes == 16)
        let second = try records.contractor(DemoRecords.second)
        let other = try records.read { try $0.attachments.holdings(permit: 999, contractor: second, since: midnight) }
        #expect(other.files == 0 && other.size.bytes == 0 && other.sentToday.bytes == 0)
    }

    @Test(
        arguments: [
            "UPDATE attachments SET size = 1, removed_at = 1", "UPDATE attachments SET name = 'x', removed_at = 1",
            "UPDATE attachments SET file = replace(file, 'a', 'b') || '', digest = zeroblob(32), removed_at = 1",
            "UPDATE attachments SET description = 'x'", "DELETE FROM attachments",
        ] as [SQL])
    func `what was sent can neither be changed nor forgotten`(statement: SQL) throws {
        #expect(refusal { try records.run(statement) }?.kind == .triggerRefusal)
        #expect(try records.read { try $0.attachments.listed() }.count == 2)
    }

    @Test(
        arguments: [
            "INSERT INTO attachments VALUES (99, 1, 'short', 'a', 'pdf', 1, zeroblob(32), 'd', 1, NULL, 0, NULL, NULL)",
            "INSERT INTO attachments VALUES (99, 1, '0123456789abcdef0123456789abcdef', 'a', 'pdf', 0, zeroblob(32), 'd', 1, NULL, 0, NULL, NULL)",
            "INSERT INTO attachments VALUES (99, 1, '0123456789abcdef0123456789abcdef', 'a', 'pdf', 1, zeroblob(31), 'd', 1, NULL, 0, NULL, NULL)",
            "INSERT INTO attachments VALUES (99, 1, '0123456789abcdef0123456789abcdef', 'a', 'pdf', 1, zeroblob(32), 'd', 1, 1, 0, NULL, NULL)",
        ] as [SQL])
    func `an attachment that could not be is refused`(statement: SQL) throws {
        #expect(refusal { try records.run(statement) }?.isCheckViolation == true)
    }

    @Test func `records of before there were attachments open, with none`() throws {
        let folder = try DataFolder(path: records.place.file("old"))
        do {
            let old = try Database(path: folder.databasePath, migrations: [Schema.migration001])
            old.close()
        }
        let database = try PermitDatabase(folder: folder)
        defer { database.close() }
        #expect(try database.reader().records.attachments.count(permit: 1) == 0)
        #expect(try database.auditAttachments(at: DemoRecords.now).count == 0)
    }
}
