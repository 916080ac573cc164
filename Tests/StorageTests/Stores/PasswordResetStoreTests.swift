import Permitting
import Testing

@testable import Storage

struct PasswordResetStoreTests {
    private let records: DemoRecords

    init() throws { records = try DemoRecords() }

    private func ask(_ email: String = "rich@example.com", client: String = "192.0.2.1", at minutes: Int = 0) throws -> Int {
        try records.write {
            try $0.passwordResets.add(email: email, client: client, at: DemoRecords.now.adding(minutes: minutes))
        }
    }

    private func link(_ token: [UInt8], _ reset: Int, minutes: Int = 30) throws {
        try records.write {
            try $0.passwordResets.addLink(tokenHash: token, reset: reset, until: DemoRecords.now.adding(minutes: minutes))
        }
    }

    private func find(_ token: [UInt8], at minutes: Int = 0) throws -> Int? {
        try records.read { try $0.passwordResets.find(tokenHash: token, at: DemoRecords.now.adding(minutes: minutes))?.id }
    }

    @Test func `requests are counted by address and by client, since then`() throws {
        _ = try (ask("Rich@Example.com"), ask(at: 30), ask("other@example.com"), ask(client: "192.0.2.2"))
        let counts = try records.read { records in
            try [-1, 0, 30].map { minutes in
                let then = DemoRecords.now.adding(minutes: minutes)
                return [
                    try records.passwordResets.count(email: "RICH@example.com", since: then),
                    try records.passwordResets.count(client: "192.0.2.1", since: then),
                ]
            }
        }
        #expect(counts == [[3, 3], [1, 1], [0, 0]])
    }

    @Test func `a link leads to its request until it ends, and no other does`() throws {
        let reset = try ask()
        try link([1], reset)
        try link([2], reset, minutes: 60)
        #expect(try find([1]) == reset && (try find([2], at: 45)) == reset)
        #expect(try find([1], at: 30) == nil && (try find([3])) == nil && (try find([])) == nil)
    }

    @Test func `once used, no link of it works, nor of an earlier request for that address`() throws {
        let (old, reset, other, later) = (try ask(), try ask(at: 1), try ask("other@example.com"), try ask(at: 5))
        for (token, id) in [([1], old), ([2], reset), ([3], other), ([4], later)] as [([UInt8], Int)] { try link(token, id) }
        try records.write { records in
            guard let used = try records.passwordResets.find(id: reset) else { return }
            try records.passwordResets.use(used, at: DemoRecords.now)
        }
        #expect(try find([1]) == nil && (try find([2])) == nil && (try find([3])) == other && (try find([4])) == later)
        #expect(try records.read { try $0.passwordResets.find(id: old) }?.isUsed == true)
    }

    @Test func `a swept request takes its links along, and its mail stays without it`() throws {
        let reset = try ask()
        try link([1], reset)
        let to = Mailbox("RICH", try #require(EmailAddress(rawValue: "rich@example.com")))
        let id = try #require(MessageID(unique: "abc", host: "example.gov"))
        try records.write { records in
            var message = Message(id: id, kind: .passwordReset, to: to, subject: "a", body: "b")
            message.reset = reset
            try records.outbox.add(message, at: DemoRecords.now)
            try records.passwordResets.sweep(askedBefore: DemoRecords.now)
        }
        #expect(try find([1]) == reset)
        try records.write { try $0.passwordResets.sweep(askedBefore: DemoRecords.now.adding(seconds: 1)) }
        #expect(try records.count("SELECT count(*) FROM password_reset_links") == 0)
        #expect(try records.count("SELECT count(*) FROM outbox WHERE reset_id IS NULL") == 1)
    }

    @Test func `rehearsing a mail leaves nothing and rings for nobody`() throws {
        let to = Mailbox("RICH", try #require(EmailAddress(rawValue: "rich@example.com")))
        let id = try #require(MessageID(unique: "abc", host: "example.gov"))
        let message = Message(id: id, kind: .passwordReset, to: to, subject: "a", body: "b")
        try records.write { try $0.outbox.rehearse(message, at: DemoRecords.now) }
        #expect(try records.count("SELECT count(*) FROM outbox") == 0)
        #expect(!records.database.outboxBell.isRinging)
    }
}
