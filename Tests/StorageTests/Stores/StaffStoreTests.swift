import Permitting
import Testing

@testable import Storage

struct StaffStoreTests {
    private let records: DemoRecords
    private static let token: [UInt8] = [7, 7, 7]
    private static let end = DemoRecords.now.adding(minutes: 60)

    init() throws { records = try DemoRecords() }

    private func invite(_ email: String = "new@example.com", token: [UInt8] = token, until end: Instant = end) throws -> Int {
        try records.write {
            let id = try $0.staff.insert(email: email, name: "Nia New", role: .reviewer)
            try $0.staff.invite(id, tokenHash: token, until: end)
            return id
        }
    }

    private func invited(_ token: [UInt8] = token, at now: Instant = DemoRecords.now) throws -> StaffMember? {
        try records.read { try $0.staff.invited(tokenHash: token, now: now) }
    }

    @Test func `an invitation is known by its token until it ends`() throws {
        let id = try invite()
        let member = StaffMember(id: id, email: "new@example.com", name: "Nia New", role: .reviewer)
        #expect(try invited() == member)
        #expect(try invited(at: Self.end.adding(seconds: -1)) == member)
        #expect(try invited(at: Self.end) == nil)
        #expect(try invited([7, 7, 8]) == nil && (try invited([])) == nil)
    }

    @Test func `an invitation works once`() throws {
        let id = try invite()
        try records.write { try $0.staff.setPassword("hash", member: id) }
        #expect(try invited() == nil)
        #expect(try records.read { try $0.staff.credentials(email: "new@example.com") }?.passwordHash == "hash")
    }

    @Test func `somebody invited cannot sign in before a password is set`() throws {
        _ = try invite()
        let credentials = try #require(try records.read { try $0.staff.credentials(email: "new@example.com") })
        #expect(credentials.passwordHash == nil && credentials.lockedUntil == nil)
    }

    @Test func `a second invitation ends the first`() throws {
        let id = try invite()
        try records.write { try $0.staff.invite(id, tokenHash: [8], until: Self.end) }
        #expect(try invited() == nil && (try invited([8]))?.id == id)
    }

    @Test func `a mail address is one person, whatever its letter case`() throws {
        let id = try invite("Nia.New@Example.com")
        #expect(try records.read { try $0.staff.credentials(email: "nia.new@EXAMPLE.com") }?.member.id == id)
        #expect(refusal { try invite("NIA.NEW@example.com", token: [9]) }?.isUniqueViolation == true)
        #expect(try invited([9]) == nil)
        #expect(try records.read { try $0.staff.credentials(email: "nobody@example.com") } == nil)
    }

    @Test func `a new password ends the person's sessions, nobody else's`() throws {
        let (nia, sam) = (try invite(), try invite("sam@example.com", token: [9]))
        try records.write {
            try $0.sessions.start(tokenHash: [1], csrf: "c", staff: nia, at: DemoRecords.now)
            try $0.sessions.start(tokenHash: [2], csrf: "c", staff: sam, at: DemoRecords.now)
            try $0.staff.setPassword("hash", member: nia)
        }
        #expect(try records.read { try $0.sessions.find(tokenHash: [1]) } == nil)
        #expect(try records.read { try $0.sessions.find(tokenHash: [2]) } != nil)
    }

    @Test func `inspectors are those who inspect, by name`() throws {
        try records.write {
            _ = try $0.staff.insert(email: "b@example.com", name: "Bo Builder", role: .inspector)
            _ = try $0.staff.insert(email: "z@example.com", name: "Zoe Zoning", role: .clerk)
        }
        #expect(try records.read { try $0.staff.inspectors() }.map(\.name) == ["Bo Builder", "Ira Inspector"])
    }
}
