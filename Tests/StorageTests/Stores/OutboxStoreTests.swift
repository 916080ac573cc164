import Permitting
import SQLite
import Testing

@testable import Storage

struct OutboxStoreTests {
    private let records: DemoRecords

    init() throws { records = try DemoRecords() }

    private static func message(_ name: String) throws -> Message {
        let to = Mailbox("RICH", try #require(EmailAddress(rawValue: "rich@example.com")))
        let id = try #require(MessageID(unique: name, host: "example.gov"))
        return Message(id: id, kind: .passwordChanged, to: to, subject: "Subject \(name)", body: "Body\n\(name)")
    }

    @discardableResult
    private func add(_ name: String, at now: Instant = DemoRecords.now) throws -> Int {
        let message = try Self.message(name)
        return try records.write { records in
            try records.outbox.add(message, at: now)
            return Int(records.connection.lastInsertedRowID)
        }
    }

    private func find(_ id: Int) throws -> OutboxStore.Entry { try #require(try records.read { try $0.outbox.find(id: id) }) }

    private func note(_ delivery: MailDelivery, _ id: Int, after minutes: Int = 0) throws {
        try records.write { try $0.outbox.note(delivery, id: id, at: DemoRecords.now.adding(minutes: minutes)) }
    }

    private func due(after minutes: Int = 0) throws -> [String] {
        try records.read { try $0.outbox.due(at: DemoRecords.now.adding(minutes: minutes), limit: 20) }.map(\.message.subject)
    }

    @Test func `a mail comes out as it went in, and is due at once`() throws {
        var message = try Self.message("a")
        message.contractor = try records.contractor(DemoRecords.rich)
        message.permit = try records.permit("RES16-0688").id
        let sent = message
        try records.write { try $0.outbox.add(sent, at: DemoRecords.now) }
        let entry = try #require(try records.read { try $0.outbox.due(at: DemoRecords.now, limit: 1) }.first)
        #expect(entry.message == message && entry.state == .waiting && entry.attempts == 0 && entry.lastError == "")
        #expect(entry.createdAt == DemoRecords.now && entry.nextAttemptAt == DemoRecords.now && entry.sentAt == nil)
        #expect(try records.read { try $0.outbox.due(at: DemoRecords.now.adding(seconds: -1), limit: 1) }.isEmpty)
    }

    @Test func `what the mail tells of and the mail are there together or not at all`() throws {
        struct Refusal: Error {}
        let (message, id) = (try Self.message("a"), try records.contractor(DemoRecords.second))
        #expect(throws: Refusal.self) {
            try records.write { records in
                try records.contractors.setPassword("new", contractor: id)
                try records.outbox.add(message, at: DemoRecords.now)
                throw Refusal()
            }
        }
        #expect(try records.count("SELECT count(*) FROM outbox") == 0)
        #expect(try records.count("SELECT count(*) FROM contractors WHERE password_hash = 'new'") == 0)
    }

    @Test func `one name is one mail`() throws {
        try add("a")
        #expect(refusal { try add("a") }?.isUniqueViolation == true)
    }

    @Test func `what was taken is sent and due no more`() throws {
        let id = try add("a")
        try note(.taken, id, after: 2)
        let entry = try find(id)
        #expect(entry.state == .sent && entry.sentAt == DemoRecords.now.adding(minutes: 2) && entry.attempts == 1)
        #expect(try due(after: 100_000).isEmpty)
        try note(.never("too late"), id)
        try note(.later("too late"), id)
        #expect(try find(id).state == .sent && (try find(id)).attempts == 1)
        #expect(refusal { try records.run("UPDATE outbox SET state = 'failed', sent_at = NULL") }?.kind == .triggerRefusal)
    }

    @Test func `what did not get away waits longer each time, and then it failed`() throws {
        let id = try add("a")
        var minutes = 0
        for (attempt, wait) in MailSchedule.waits.enumerated() {
            #expect(try due(after: minutes) == ["Subject a"])
            try note(.later("reason \(attempt)"), id, after: minutes)
            #expect(try find(id).lastError == "reason \(attempt)" && (try find(id)).attempts == attempt + 1)
            minutes += wait
            #expect(try due(after: minutes - 1).isEmpty)
        }
        #expect(try find(id).state == .waiting)
        try note(.later("the last"), id, after: minutes)
        let entry = try find(id)
        #expect(entry.state == .failed && entry.lastError == "the last" && entry.nextAttemptAt == nil && entry.attempts == 9)
        #expect(entry.message.body == "Body\na")
        #expect(try due(after: 1_000_000).isEmpty)
    }

    @Test func `what is refused for good failed at once, and the office can have it tried again`() throws {
        let id = try add("a")
        try note(.never("no such mailbox"), id)
        #expect(try find(id).state == .failed && (try find(id)).lastError == "no such mailbox")
        let later = DemoRecords.now.adding(minutes: 90)
        #expect(try records.write { try $0.outbox.retry(id: id, at: later) })
        let entry = try find(id)
        #expect(entry.state == .waiting && entry.attempts == 0 && entry.nextAttemptAt == later && entry.queuedAt == later)
        #expect(entry.createdAt == DemoRecords.now)
    }

    @Test func `what was sent is not sent again, nor what is not there`() throws {
        let id = try add("a")
        try note(.taken, id)
        #expect(try !records.write { try $0.outbox.retry(id: id, at: DemoRecords.now) })
        #expect(try !records.write { try $0.outbox.retry(id: 999, at: DemoRecords.now) })
        #expect(try find(id).state == .sent)
    }

    @Test func `the longest due comes first, and so many at a time`() throws {
        for (index, name) in ["c", "a", "b"].enumerated() { try add(name, at: DemoRecords.now.adding(minutes: -index)) }
        #expect(try due() == ["Subject b", "Subject a", "Subject c"])
        #expect(try records.read { try $0.outbox.due(at: DemoRecords.now, limit: 2) }.count == 2)
        #expect(try records.read { try $0.outbox.nextAttempt() } == DemoRecords.now.adding(minutes: -2))
    }

    @Test func `the lists are counted and newest first where nothing is due`() throws {
        let ids = try ["a", "b", "c", "d"].map { try add($0) }
        try note(.taken, ids[0], after: 1)
        try note(.taken, ids[1], after: 2)
        try note(.never("x"), ids[2])
        try records.read { records in
            #expect(try records.outbox.list(.sent, limit: 5, offset: 0).map(\.id) == [ids[1], ids[0]])
            #expect(try records.outbox.list(.sent, limit: 5, offset: 1).map(\.id) == [ids[0]])
            #expect(try records.outbox.list(.failed, limit: 5, offset: 0).map(\.id) == [ids[2]])
            #expect(try records.outbox.list(.waiting, limit: 5, offset: 0).map(\.id) == [ids[3]])
            let counts = try [OutboxStore.State.sent, .failed, .waiting].map { try records.outbox.count($0) }
            #expect(counts == [2, 1, 1])
        }
    }

    @Test func `texts of what was sent are removed after thirty days, and of nothing else`() throws {
        let ids = try ["a", "b", "c"].map { try add($0) }
        try note(.taken, ids[0])
        try note(.never("x"), ids[1])
        let (last, after) = (DemoRecords.now.adding(minutes: 30 * 24 * 60), DemoRecords.now.adding(minutes: 31 * 24 * 60))
        try records.write { try $0.outbox.forgetBodies(at: last) }
        #expect(try find(ids[0]).message.body == "Body\na")
        try records.write { try $0.outbox.forgetBodies(at: after) }
        #expect(try ids.map { try find($0).message.body } == ["", "Body\nb", "Body\nc"])
        #expect(try find(ids[0]).message.subject == "Subject a")
    }

    @Test func `a write that adds mail rings the bell, and no other does`() throws {
        let bell = records.database.outboxBell
        try records.write { try $0.outbox.forgetBodies(at: DemoRecords.now) }
        #expect(!bell.isRinging)
        try add("a")
        #expect(bell.isRinging)
        bell.wait(seconds: 60)
        #expect(!bell.isRinging)
    }

    @Test(
        arguments: [
            "UPDATE outbox SET next_attempt_at = NULL", "UPDATE outbox SET state = 'lost'", "UPDATE outbox SET body = NULL",
            "UPDATE outbox SET sent_at = 1", "UPDATE outbox SET recipient = ''", "UPDATE outbox SET attempts = -1",
            "UPDATE outbox SET state = 'sent'",
        ] as [SQL])
    func `a mail that could neither be sent nor be seen is refused`(statement: SQL) throws {
        try add("a")
        #expect(refusal { try records.run(statement) }?.isCheckViolation == true)
    }
}
