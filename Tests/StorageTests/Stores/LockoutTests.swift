import Dispatch
import Permitting
import SQLite
import Synchronization
import Testing

@testable import Storage

/// Wrong passwords are counted in the writer's order, so that many tried at once count as many.
struct LockoutTests {
    private let records: DemoRecords
    private let rich: Int
    private let clerk: Int
    private static let lockout = Lockout(failures: 10, minutes: 30)
    private static let opens = DemoRecords.now.adding(minutes: 30)

    init() throws {
        records = try DemoRecords()
        rich = try records.contractor(DemoRecords.rich)
        clerk = try #require(try records.read { try $0.staff.credentials(email: "clerk@example.com") }).member.id
    }

    @discardableResult
    private func judge(_ isRight: Bool, at now: Instant = DemoRecords.now) throws -> [SignInStore.Verdict] {
        let accounts = [SignInStore.Account.contractor(rich), .staff(clerk)]
        return try records.write { records in
            try accounts.map { try records.signIns.judge($0, isRight: isRight, lockout: Self.lockout, at: now) }
        }
    }

    private func fail(_ times: Int = 1, at now: Instant = DemoRecords.now) throws {
        for _ in 0..<times { try judge(false, at: now) }
    }

    private func lockedUntil() throws -> [Instant?] {
        try records.read {
            [
                try $0.contractors.credentials(id: rich)?.lockedUntil,
                try $0.staff.credentials(email: "clerk@example.com")?.lockedUntil,
            ]
        }
    }

    private func failures() throws -> [Int] {
        [
            try records.count("SELECT failures FROM contractors WHERE license = 'AEC0119'"),
            try records.count("SELECT failures FROM staff WHERE email = 'clerk@example.com'"),
        ]
    }

    @Test func `the tenth wrong password in a row locks, the ninth does not`() throws {
        try fail(9)
        #expect(try lockedUntil() == [nil, nil])
        #expect(try judge(false) == [.wrong, .wrong])
        #expect(try lockedUntil() == [Self.opens, Self.opens])
        #expect(try judge(true) == Array(repeating: .locked(.waiting(until: Self.opens)), count: 2))
        #expect(try failures() == [10, 10])
    }

    @Test func `a right password in between begins the count anew`() throws {
        try fail(9)
        #expect(try judge(true) == [.admitted, .admitted])
        try fail(9)
        #expect(try lockedUntil() == [nil, nil] && (try failures()) == [9, 9])
    }

    @Test func `what is tried while an account waits is not counted, and after the wait the next series is`() throws {
        try fail(25)
        #expect(try failures() == [10, 10])
        try fail(10, at: Self.opens)
        #expect(try failures() == [20, 20])
        let later = Self.opens.adding(minutes: 60)
        #expect(try lockedUntil() == [later, later])
        #expect(try judge(true, at: later) == [.admitted, .admitted])
        #expect(try lockedUntil() == [nil, nil] && (try failures()) == [0, 0])
    }

    @Test func `nobody gets more than a hundred guesses, however long they wait`() throws {
        var now = DemoRecords.now
        for _ in 0..<40 {
            try fail(10, at: now)
            now = now.adding(minutes: Lockout.longestWait)
        }
        #expect(try failures() == [100, 100])
        #expect(try judge(true, at: now) == [.locked(.closed), .locked(.closed)])
    }

    @Test func `the office opens what is closed`() throws {
        try records.run("UPDATE contractors SET failures = 100")
        try records.run("UPDATE staff SET failures = 100")
        let accounts = [SignInStore.Account.contractor(rich), .staff(clerk)]
        try records.write { records in for account in accounts { try records.signIns.unlock(account) } }
        #expect(try judge(true) == [.admitted, .admitted])
        #expect(try records.count("SELECT count(*) FROM contractors WHERE failures = 100") == 1)
    }

    @Test func `a new password opens the lock`() throws {
        try records.run("UPDATE contractors SET failures = 100, locked_until = 1")
        try records.run("UPDATE staff SET failures = 100, locked_until = 1")
        let (contractor, member) = (rich, clerk)
        try records.write {
            try $0.contractors.setPassword("new", contractor: contractor)
            try $0.staff.setPassword("new", member: member)
        }
        #expect(try lockedUntil() == [nil, nil] && (try failures()) == [0, 0])
    }

    @Test func `a new first password opens the lock`() throws {
        try fail(12)
        let contractor = rich
        try records.write { try $0.contractors.setFirstPassword("new", contractor: contractor) }
        #expect(try lockedUntil() == [nil, Self.opens] && (try failures()) == [0, 10])
    }

    @Test func `nobody else is locked`() throws {
        try fail(10)
        #expect(try records.count("SELECT count(*) FROM contractors WHERE failures > 0 OR locked_until IS NOT NULL") == 1)
        #expect(try records.count("SELECT count(*) FROM staff WHERE failures > 0 OR locked_until IS NOT NULL") == 1)
    }

    @Test func `a name that nobody has is wrong, and as much is written for it`() throws {
        let refused = "SELECT value FROM counters WHERE name = 'refused sign-ins'" as SQL
        let verdict = try records.write {
            try $0.signIns.judge(nil, isRight: false, lockout: Self.lockout, at: DemoRecords.now)
        }
        #expect(verdict == .wrong)
        #expect(try records.count(refused) == 1)
        try fail(11)
        #expect(try records.count(refused) == 23)
        #expect(try judge(true) != [.admitted, .admitted])
    }

    @Test func `wrong passwords tried at once all count, until they lock`() throws {
        let lost = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: 25) { _ in
            do { try fail() } catch { lost.withLock { $0 += 1 } }
        }
        #expect(lost.withLock { $0 } == 0)
        #expect(try lockedUntil() == [Self.opens, Self.opens] && (try failures()) == [10, 10])
    }
}
