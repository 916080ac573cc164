import Permitting
import Testing

@testable import Storage

struct ConfirmationStoreTests {
    private let records: DemoRecords
    private let rich: Int

    init() throws {
        records = try DemoRecords()
        rich = try records.contractor(DemoRecords.rich)
    }

    private func ask(
        _ email: String = "pat@example.com", of contractor: Int? = nil, client: String = "192.0.2.1", at minutes: Int = 0
    ) throws -> Int {
        try records.write {
            try $0.confirmations.add(
                email: email, contractor: contractor, client: client, at: DemoRecords.now.adding(minutes: minutes))
        }
    }

    private func signUp(_ email: String = "pat@example.com", name: String = "Pat", at minutes: Int = 0) throws -> Int {
        let id = try ask(email, at: minutes)
        try records.write {
            try $0.confirmations.keep(
                Contractor(id: 0, companyName: name, license: ""), passwordHash: "hash", confirmation: id)
        }
        return id
    }

    private func link(_ token: [UInt8], _ id: Int, minutes: Int = 60) throws {
        try records.write {
            try $0.confirmations.addLink(tokenHash: token, confirmation: id, until: DemoRecords.now.adding(minutes: minutes))
        }
    }

    private func find(_ token: [UInt8], at minutes: Int = 0) throws -> Int? {
        try records.read { try $0.confirmations.find(tokenHash: token, at: DemoRecords.now.adding(minutes: minutes))?.id }
    }

    @Test func `requests are counted by address, by client and by account, since then`() throws {
        _ = try (ask("Pat@Example.com"), ask(at: 30), ask("new@example.com", of: rich), ask(client: "192.0.2.2", at: 30))
        let counts = try records.read { records in
            try [-1, 0, 30].map { minutes in
                let then = DemoRecords.now.adding(minutes: minutes)
                return [
                    try records.confirmations.count(email: "PAT@example.com", since: then),
                    try records.confirmations.count(client: "192.0.2.1", since: then),
                    try records.confirmations.count(contractor: rich, since: then),
                ]
            }
        }
        #expect(counts == [[3, 3, 1], [2, 1, 0], [0, 0, 0]])
    }

    @Test func `a link leads to its request until it ends, and no other does`() throws {
        let id = try ask()
        try link([1], id)
        try link([2], id, minutes: 120)
        #expect(try find([1]) == id && find([2], at: 90) == id)
        #expect(try find([1], at: 60) == nil && find([3]) == nil && find([]) == nil)
    }

    @Test func `an account waits for one address, the last that it asked for`() throws {
        let (first, second) = (try ask("one@example.com", of: rich), try ask("two@example.com", of: rich, at: 1))
        try link([1], first)
        try link([2], second)
        let then = DemoRecords.now.adding(minutes: -1)
        let waiting = try #require(try records.read { try $0.confirmations.open(contractor: rich, askedAfter: then) })
        #expect(waiting.email == "two@example.com" && waiting.contractor == rich && !waiting.hasEnded)
        #expect(try find([1]) == nil && find([2]) == second)
        let late = DemoRecords.now.adding(minutes: 1)
        #expect(try records.read { try $0.confirmations.open(contractor: rich, askedAfter: late) } == nil)
        #expect(try records.write { try $0.confirmations.endOpen(contractor: rich, at: DemoRecords.now) })
        #expect(try find([2]) == nil && records.read { try $0.confirmations.find(id: second) }?.hasEnded == true)
        #expect(try !records.write { try $0.confirmations.endOpen(contractor: rich, at: DemoRecords.now) })
    }

    @Test func `once an address has an account, everything else typed for it is gone`() throws {
        let (one, two, other) = (try signUp(), try signUp("PAT@example.com", at: 1), try signUp("sam@example.com"))
        let change = try ask("pat@example.com", of: rich)
        for (token, id) in [([1], one), ([2], two), ([3], other), ([4], change)] as [([UInt8], Int)] { try link(token, id) }
        try records.write { try $0.confirmations.endSignUps(email: "pat@EXAMPLE.com", at: DemoRecords.now) }
        #expect(try find([1]) == nil && find([2]) == nil && find([3]) == other && find([4]) == change)
        #expect(try records.count("SELECT count(*) FROM sign_ups") == 1)
    }

    @Test func `what was typed comes back with the address`() throws {
        let id = try signUp(name: "Pat Homeowner")
        let kept = try records.read { records in
            try records.confirmations.find(id: id).flatMap { try records.confirmations.signUp($0) }
        }
        #expect(kept?.person.companyName == "Pat Homeowner" && kept?.person.email == "pat@example.com")
        #expect(kept?.passwordHash == "hash")
        try records.write { try $0.confirmations.drop(confirmation: id) }
        #expect(try records.count("SELECT count(*) FROM sign_ups") == 0)
    }

    @Test func `two days later a request is swept with its password, and its mail stays without it`() throws {
        let id = try signUp()
        try link([1], id)
        let to = Mailbox("Pat", try #require(EmailAddress(rawValue: "pat@example.com")))
        let name = try #require(MessageID(unique: "abc", host: "example.gov"))
        try records.write { records in
            var message = Message(id: name, kind: .signUp, to: to, subject: "a", body: "b")
            message.confirmation = id
            try records.outbox.add(message, at: DemoRecords.now)
        }
        #expect(try records.read { try $0.outbox.due(at: DemoRecords.now, limit: 1) }.first?.message.confirmation == id)
        let end = DemoRecords.now.adding(minutes: EmailConfirmation.keptMinutes)
        try records.write { try $0.confirmations.sweep(at: end) }
        #expect(try find([1]) == id)
        try records.write { try $0.confirmations.sweep(at: end.adding(seconds: 1)) }
        #expect(try records.count("SELECT count(*) FROM sign_ups") == 0)
        #expect(try records.count("SELECT count(*) FROM confirmation_links") == 0)
        #expect(try records.count("SELECT count(*) FROM outbox WHERE confirmation_id IS NULL") == 1)
    }
}
