import Permitting
import SQLite
import Testing

@testable import Storage

struct MemberStoreTests {
    private static let end = DemoRecords.now.adding(minutes: 60)

    private let records: DemoRecords
    private let rich: Int
    private let second: Int

    init() throws {
        records = try DemoRecords()
        (rich, second) = (try records.contractor(DemoRecords.rich), try records.contractor(DemoRecords.second))
    }

    private func add(_ email: String, to company: Int? = nil) throws -> Member {
        let company = company ?? rich
        return try records.write {
            let id = try $0.members.add(name: "Pat", email: email, mayManage: false, contractor: company, at: DemoRecords.now)
            return try #require(try $0.members.find(id: id))
        }
    }

    private func join(_ member: Member, _ hash: String = "hash") throws {
        try records.write { try $0.members.join(member, passwordHash: hash, at: DemoRecords.now) }
    }

    private func login(_ email: String) throws -> MemberStore.Login? { try records.read { try $0.members.login(email: email) } }

    @Test func `an invitation is known by its token until it ends, and works once`() throws {
        let member = try add("pat@example.com")
        #expect(try records.write { try $0.members.invite(member.id, tokenHash: [7], until: Self.end) })
        func invited(_ token: [UInt8] = [7], at now: Instant = DemoRecords.now) throws -> Int? {
            try records.read { try $0.members.invited(tokenHash: token, now: now) }?.id
        }
        #expect(try invited() == member.id && (try invited(at: Self.end.adding(seconds: -1))) == member.id)
        #expect(try invited(at: Self.end) == nil && (try invited([])) == nil && (try invited([8])) == nil)
        #expect(try records.write { try $0.members.invite(member.id, tokenHash: [8], until: Self.end) })
        #expect(try invited() == nil && (try invited([8])) == member.id)
        try join(member)
        #expect(try invited([8]) == nil)
        #expect(try records.write { try $0.members.invite(member.id, tokenHash: [9], until: Self.end) } == false)
    }

    @Test func `a login is found by its address in any letter case, with where it was used last first`() throws {
        let (one, two) = (try add("Pat@Example.com"), try add("pat@example.COM", to: second))
        try join(one)
        let id = try #require(try login("PAT@example.com")).id
        try records.write {
            try $0.members.join(two, login: id, at: DemoRecords.now)
            try $0.members.noteSignIn(two.id, at: DemoRecords.now)
        }
        #expect(try login("pat@example.com")?.memberships.map(\.companyName) == ["SECOND STREET BUILDERS", "RICH CONTRACTOR"])
        #expect(try login("nobody@example.com") == nil && (try login("")) == nil)
    }

    @Test func `one address stands once on a company's list, and has one login`() throws {
        let member = try add("pat@example.com")
        #expect(refusal { try add("PAT@example.com") }?.isUniqueViolation == true)
        let elsewhere = try add("pat@example.com", to: second)
        try join(member)
        #expect(refusal { try join(elsewhere) }?.isUniqueViolation == true)
    }

    @Test func `the last membership takes the login with it, an earlier one leaves it`() throws {
        let (one, two) = (try add("pat@example.com"), try add("pat@example.com", to: second))
        try join(one)
        let id = try #require(try login("pat@example.com")).id
        try records.write {
            try $0.members.join(two, login: id, at: DemoRecords.now)
            try $0.members.remove(one.id, at: DemoRecords.now)
        }
        #expect(try login("pat@example.com")?.memberships.map(\.member) == [two.id])
        try records.write { try $0.members.remove(two.id, at: DemoRecords.now) }
        #expect(try login("pat@example.com") == nil)
        #expect(try records.count("SELECT count(*) FROM member_logins") == 0)
        #expect(try records.count("SELECT count(*) FROM members WHERE removed_at IS NOT NULL AND name = 'Pat'") == 2)
        #expect(try add("pat@example.com").joinedAt == nil)
    }

    @Test func `removing somebody ends their sessions and nobody else's`() throws {
        let (pat, max) = (try add("pat@example.com"), try add("max@example.com"))
        try join(pat)
        try join(max)
        try records.write { [rich] in
            for (token, member) in [(1, pat.id), (2, max.id), (3, nil)] as [(UInt8, Int?)] {
                try $0.sessions.start(
                    tokenHash: [token], csrf: "c\(token)", contractor: rich, member: member, isSettingUp: false,
                    at: DemoRecords.now)
            }
            try $0.members.remove(pat.id, at: DemoRecords.now)
        }
        #expect(try records.count("SELECT sum(token_hash = x'02') + sum(token_hash = x'03') FROM sessions") == 2)
        #expect(try records.count("SELECT count(*) FROM sessions") == 2)
    }

    @Test func `a member's session is at the own company or none`() throws {
        let member = try add("pat@example.com")
        let other = second
        #expect(
            refusal {
                try records.write {
                    try $0.sessions.start(
                        tokenHash: [1], csrf: "c", contractor: other, member: member.id, isSettingUp: false, at: DemoRecords.now)
                }
            }?.message.contains("own company") == true)
    }

    @Test func `another company's member is not found`() throws {
        let member = try add("pat@example.com")
        #expect(try records.read { try $0.members.find(id: member.id, contractor: rich) } == member)
        #expect(try records.read { try $0.members.find(id: member.id, contractor: second) } == nil)
        #expect(try records.read { try $0.members.find(email: "PAT@example.com", contractor: rich) }?.id == member.id)
        #expect(try records.read { try $0.members.find(email: "PAT@example.com", contractor: second) } == nil)
    }

    @Test func `wrong passwords lock a login at all its companies, and a new one opens it`() throws {
        try join(try add("pat@example.com"))
        let id = try #require(try login("pat@example.com")).id
        let lockout = Lockout(failures: 3, minutes: 30)
        func judge(_ isRight: Bool) throws -> SignInStore.Verdict {
            try records.write {
                try $0.signIns.judge(.member(id), isRight: isRight, lockout: lockout, at: DemoRecords.now)
            }
        }
        for _ in 0..<3 { #expect(try judge(false) == .wrong) }
        #expect(try judge(true) == .locked(.waiting(until: DemoRecords.now.adding(minutes: 30))))
        try records.write { try $0.members.setPassword("new", login: id) }
        #expect(try judge(true) == .admitted)
        #expect(try records.count("SELECT count(*) FROM contractors WHERE failures > 0") == 0)
    }

    @Test func `a password is hashed anew only where it is still the same`() throws {
        try join(try add("pat@example.com"), "old")
        let id = try #require(try login("pat@example.com")).id
        try records.write { try $0.members.renewPassword("newer", insteadOf: "other", login: id) }
        #expect(try login("pat@example.com")?.passwordHash == "old")
        try records.write { try $0.members.renewPassword("newer", insteadOf: "old", login: id) }
        #expect(try login("pat@example.com")?.passwordHash == "newer")
    }

    @Test func `a company's events are listed with who did them`() throws {
        let member = try add("pat@example.com")
        try records.write { [rich, second] in
            try $0.events.record("one", by: .contractor(rich), at: DemoRecords.now)
            try $0.events.record("two", by: .contractor(rich, member: member.id), at: DemoRecords.now)
            try $0.events.record("three", by: .contractor(second), at: DemoRecords.now)
        }
        try records.read { records in
            let all = try records.events.list(contractor: rich, member: nil, limit: 9, offset: 0)
            #expect(all.map(\.what) == ["two", "one"] && all.map(\.member) == ["Pat", nil])
            #expect(try records.events.count(contractor: rich, member: nil) == 2)
            #expect(try records.events.list(contractor: rich, member: member.id, limit: 9, offset: 0).map(\.what) == ["two"])
            #expect(try records.events.count(contractor: rich, member: member.id) == 1)
            #expect(try records.events.list(contractor: rich, member: nil, limit: 1, offset: 1).map(\.what) == ["one"])
        }
    }
}
