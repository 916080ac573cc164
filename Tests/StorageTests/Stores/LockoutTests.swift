import Dispatch
import Permitting
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

    private func fail(_ times: Int = 1) throws {
        let (contractor, member) = (rich, clerk)
        for _ in 0..<times {
            try records.write {
                try $0.contractors.noteFailure(contractor: contractor, lockout: Self.lockout, at: DemoRecords.now)
                try $0.staff.noteFailure(member: member, lockout: Self.lockout, at: DemoRecords.now)
            }
        }
    }

    private func succeed() throws {
        let (contractor, member) = (rich, clerk)
        try records.write {
            try $0.contractors.noteSuccess(contractor: contractor)
            try $0.staff.noteSuccess(member: member)
        }
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
        try fail()
        #expect(try lockedUntil() == [Self.opens, Self.opens])
        #expect(try failures() == [0, 0])
    }

    @Test func `a right password in between begins the count anew and opens the lock`() throws {
        try fail(9)
        try succeed()
        try fail(9)
        #expect(try lockedUntil() == [nil, nil])
        try fail()
        try succeed()
        #expect(try lockedUntil() == [nil, nil] && (try failures()) == [0, 0])
    }

    @Test func `a new password opens the lock`() throws {
        try fail(12)
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
        #expect(try lockedUntil() == [nil, Self.opens] && (try failures()) == [0, 2])
    }

    @Test func `nobody else is locked`() throws {
        try fail(10)
        #expect(try records.count("SELECT count(*) FROM contractors WHERE failures > 0 OR locked_until IS NOT NULL") == 1)
        #expect(try records.count("SELECT count(*) FROM staff WHERE failures > 0 OR locked_until IS NOT NULL") == 1)
    }

    @Test func `wrong passwords tried at once all count`() throws {
        let lost = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: 25) { _ in
            do { try fail() } catch { lost.withLock { $0 += 1 } }
        }
        #expect(lost.withLock { $0 } == 0)
        // Twice ten locked it, and five are on the way to the next lock.
        #expect(try lockedUntil() == [Self.opens, Self.opens] && (try failures()) == [5, 5])
    }
}
