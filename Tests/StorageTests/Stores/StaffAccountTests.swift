import Permitting
import Testing

@testable import Storage

/// Accounts of the office that are closed, and the one that must not be.
struct StaffAccountTests {
    private let records: DemoRecords

    init() throws { records = try DemoRecords() }

    private func account(_ name: String) throws -> StaffStore.Credentials {
        try #require(try records.read { try $0.staff.credentials(email: "\(name)@example.com") })
    }

    private func deactivate(_ name: String) throws {
        let id = try account(name).member.id
        try records.write { try $0.staff.deactivate(member: id, at: DemoRecords.now) }
    }

    @Test func `deactivating ends sessions and links at once, and no session opens anything after`() throws {
        let id = try account("clerk").member.id
        try records.write {
            try $0.staff.invite(id, tokenHash: [9], until: DemoRecords.now.adding(minutes: 60))
            try $0.sessions.start(tokenHash: [1], csrf: "c", staff: id, at: DemoRecords.now)
        }
        try deactivate("clerk")
        // One that was begun in the same moment.
        try records.write { try $0.sessions.start(tokenHash: [2], csrf: "c", staff: id, at: DemoRecords.now) }
        for token: [UInt8] in [[1], [2]] { #expect(try records.read { try $0.sessions.find(tokenHash: token) } == nil) }
        #expect(try records.read { try $0.staff.invited(tokenHash: [9], now: DemoRecords.now) } == nil)
        #expect(try !account("clerk").isActive)
        try records.write { try $0.staff.reactivate(member: id) }
        #expect(try account("clerk").isActive && (try account("clerk").passwordHash) != nil)
        #expect(try records.read { try $0.staff.invited(tokenHash: [9], now: DemoRecords.now) } == nil)
    }

    @Test func `whoever left inspects nothing any more and stands last`() throws {
        try deactivate("inspector")
        #expect(try records.read { try $0.staff.inspectors() }.isEmpty)
        let names = try records.read { try $0.staff.all() }.map(\.member.name)
        #expect(names == ["Alex Admin", "Casey Clerk", "Kim Cashier", "Robin Reviewer", "Ira Inspector"])
    }

    @Test func `the last administrator who can sign in stays one`() throws {
        let (admin, clerk) = (try account("admin").member.id, try account("clerk").member.id)
        func demote(_ id: Int) throws { try records.write { try $0.staff.setRole(.clerk, member: id) } }
        #expect(refusal { try deactivate("admin") } != nil && refusal { try demote(admin) } != nil)
        #expect(try records.read { try $0.staff.hasAdministrator(besides: admin) } == false)
        // One who was only invited can let nobody in.
        try records.write { _ = try $0.staff.insert(email: "new@example.com", name: "Noa New", role: .administrator) }
        #expect(refusal { try deactivate("admin") } != nil)
        try records.write { try $0.staff.setRole(.administrator, member: clerk) }
        #expect(try records.read { try $0.staff.hasAdministrator(besides: admin) })
        try deactivate("admin")
        #expect(refusal { try demote(clerk) } != nil)
        #expect(try account("clerk").member.role == .administrator)
    }

    @Test func `another role ends the member's sessions, nobody else's`() throws {
        let (clerk, cashier) = (try account("clerk").member.id, try account("cashier").member.id)
        try records.write {
            try $0.sessions.start(tokenHash: [1], csrf: "c", staff: clerk, at: DemoRecords.now)
            try $0.sessions.start(tokenHash: [2], csrf: "c", staff: cashier, at: DemoRecords.now)
            try $0.staff.setRole(.reviewer, member: clerk)
        }
        #expect(try records.read { try $0.sessions.find(tokenHash: [1]) } == nil)
        #expect(try records.read { try $0.sessions.find(tokenHash: [2]) } != nil)
    }

    @Test func `that a password is short is known until another is set`() throws {
        let id = try account("clerk").member.id
        try records.write { try $0.staff.setPassword("hash", isShort: true, member: id) }
        #expect(try account("clerk").hasShortPassword)
        try records.write { try $0.staff.setPassword("hash", member: id) }
        #expect(try !account("clerk").hasShortPassword)
    }

    @Test func `a link that is made only when its mail leaves ends the one before`() throws {
        let id = try account("clerk").member.id
        let end = DemoRecords.now.adding(minutes: 60)
        try records.write {
            try $0.staff.invite(id, tokenHash: [9], until: end)
            try $0.staff.invite(id, tokenHash: nil, until: end)
        }
        #expect(try records.read { try $0.staff.invited(tokenHash: [9], now: DemoRecords.now) } == nil)
        #expect(try account("clerk").invitationEndsAt == end)
    }

    @Test func `a password that is not the last word leaves the count of wrong ones as it is`() throws {
        let (id, lockout) = (try account("clerk").member.id, Lockout(failures: 3, minutes: 30))
        func judge(_ isRight: Bool, isLast: Bool) throws -> SignInStore.Verdict {
            try records.write {
                try $0.signIns.judge(.staff(id), isRight: isRight, isLast: isLast, lockout: lockout, at: DemoRecords.now)
            }
        }
        for _ in 1...2 {
            #expect(try judge(true, isLast: false) == .admitted)
            #expect(try judge(false, isLast: true) == .wrong)
        }
        #expect(try account("clerk").failures == 2)
        #expect(try judge(true, isLast: true) == .admitted && (try account("clerk").failures) == 0)
    }

    @Test func `nothing is asked of an account that is locked`() throws {
        let (id, lockout) = (try account("clerk").member.id, Lockout(failures: 3, minutes: 30))
        try records.write { records in
            for _ in 1...3 {
                _ = try records.signIns.judge(.staff(id), isRight: false, lockout: lockout, at: DemoRecords.now)
            }
            var isAsked = false
            func ask() -> Bool {
                isAsked = true
                return true
            }
            let verdict = try records.signIns.judge(.staff(id), isRight: ask(), lockout: lockout, at: DemoRecords.now)
            #expect(verdict == .locked(.waiting(until: DemoRecords.now.adding(minutes: 30))) && !isAsked)
        }
    }
}
