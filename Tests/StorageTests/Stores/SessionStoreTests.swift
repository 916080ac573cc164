import Permitting
import Testing

@testable import Storage

struct SessionStoreTests {
    private let records: DemoRecords
    private let rich: Int

    init() throws {
        records = try DemoRecords()
        rich = try records.contractor(DemoRecords.rich)
    }

    private func start(_ token: [UInt8], of contractor: Int? = nil, isSettingUp: Bool = false, at now: Instant = DemoRecords.now)
        throws
    {
        let contractor = contractor ?? rich
        try records.write {
            try $0.sessions.start(tokenHash: token, csrf: "csrf", contractor: contractor, isSettingUp: isSettingUp, at: now)
        }
    }

    private func find(_ token: [UInt8]) throws -> SessionStore.Session? {
        try records.read { try $0.sessions.find(tokenHash: token) }
    }

    @Test func `a company's session names it and counts its cart`() throws {
        try start([1], isSettingUp: true)
        let (contractor, permit) = (rich, try records.permit("RES17-0163").id)
        try records.write { try $0.carts.put(permit: permit, contractor: contractor, at: DemoRecords.now) }
        let session = try #require(try find([1]))
        guard case .account(let account, let cartCount) = session.owner else {
            Issue.record("the session is the office's")
            return
        }
        #expect(account == Account(id: rich, name: "RICH CONTRACTOR", kind: .company, member: nil) && cartCount == 1)
        #expect(session.csrf == "csrf" && session.isSettingUp)
        #expect(session.startedAt == DemoRecords.now && session.seenAt == DemoRecords.now)
    }

    @Test func `somebody of the office has a session with their role`() throws {
        let clerk = try #require(try records.read { try $0.staff.credentials(email: "clerk@example.com") }).member
        try records.write { try $0.sessions.start(tokenHash: [1], csrf: "csrf", staff: clerk.id, at: DemoRecords.now) }
        let session = try #require(try find([1]))
        guard case .staff(let member) = session.owner else {
            Issue.record("the session is a company's")
            return
        }
        #expect(member == clerk && member.role == .clerk && !session.isSettingUp)
    }

    @Test func `a token that nobody has opens nothing`() throws {
        try start([1, 2])
        for token: [UInt8] in [[], [1], [1, 2, 0], [2, 1]] { #expect(try find(token) == nil) }
        #expect(refusal { try start([1, 2]) }?.isUniqueViolation == true)
    }

    @Test func `being used moves the time it was seen, not its start`() throws {
        try start([1])
        try start([2])
        try records.write { try $0.sessions.touch(tokenHash: [1], at: DemoRecords.now.adding(minutes: 9)) }
        #expect(try find([1])?.seenAt == DemoRecords.now.adding(minutes: 9) && (try find([1]))?.startedAt == DemoRecords.now)
        #expect(try find([2])?.seenAt == DemoRecords.now)
    }

    @Test func `signing out ends that session alone`() throws {
        try start([1])
        try start([2])
        try records.write { try $0.sessions.end(tokenHash: [1]) }
        #expect(try find([1]) == nil && (try find([2])) != nil)
    }

    @Test func `all sessions of a company end at once`() throws {
        let second = try records.contractor(DemoRecords.second)
        let contractor = rich
        try start([1])
        try start([2])
        try start([3], of: second)
        try records.write { try $0.sessions.endAll(contractor: contractor) }
        #expect(try find([1]) == nil && (try find([2])) == nil && (try find([3])) != nil)
    }

    @Test func `only what nobody used is swept away`() throws {
        try start([1], at: DemoRecords.now.adding(seconds: -1))
        try start([2])
        try start([3], at: DemoRecords.now.adding(minutes: -90))
        try records.write {
            try $0.sessions.touch(tokenHash: [3], at: DemoRecords.now)
            try $0.sessions.sweep(seenBefore: DemoRecords.now, rememberedBefore: DemoRecords.now.adding(minutes: -9))
        }
        #expect(try find([1]) == nil && (try find([2])) != nil && (try find([3])) != nil)
    }

    @Test func `what is remembered is swept away later`() throws {
        let contractor = rich
        try records.write { records in
            for (token, seconds) in [(1, -541), (2, -540)] as [(UInt8, Int)] {
                try records.sessions.start(
                    tokenHash: [token], csrf: "csrf", contractor: contractor, isSettingUp: false, isRemembered: true,
                    at: DemoRecords.now.adding(seconds: seconds))
            }
            try records.sessions.sweep(seenBefore: DemoRecords.now, rememberedBefore: DemoRecords.now.adding(minutes: -9))
        }
        #expect(try find([1]) == nil && (try find([2]))?.isRemembered == true)
    }

    @Test func `a company's sessions are listed with their devices, the one used last first`() throws {
        let (contractor, second) = (rich, try records.contractor(DemoRecords.second))
        try records.write { records in
            for (token, device) in [(1, "Firefox on Android"), (2, "")] as [(UInt8, String)] {
                try records.sessions.start(
                    tokenHash: [token], csrf: "csrf", contractor: contractor, isSettingUp: false, device: device,
                    at: DemoRecords.now.adding(seconds: Int(token)))
            }
        }
        try start([3], of: second)
        let listed = try records.read { try $0.sessions.list(contractor: contractor) }
        #expect(listed.map(\.tokenHash) == [[2], [1]] && listed.map(\.device) == ["", "Firefox on Android"])
    }

    @Test func `ending the others leaves one's own and everybody else's`() throws {
        let (contractor, second) = (rich, try records.contractor(DemoRecords.second))
        for token: [UInt8] in [[1], [2], [3]] { try start(token) }
        try start([4], of: second)
        try records.write { try $0.sessions.endOthers(contractor: contractor, than: [2]) }
        #expect(try find([1]) == nil && (try find([2])) != nil && (try find([3])) == nil && (try find([4])) != nil)
    }
}
