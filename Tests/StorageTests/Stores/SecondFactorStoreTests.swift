import Permitting
import Testing

@testable import Storage

struct SecondFactorStoreTests {
    private static let secret = [UInt8](repeating: 7, count: 20)
    private static let other = [UInt8](repeating: 8, count: 20)

    private let records: DemoRecords
    private let clerk: Int

    init() throws {
        records = try DemoRecords()
        clerk = try #require(try records.read { try $0.staff.credentials(email: "clerk@example.com") }).member.id
    }

    private func begin(_ secret: [UInt8] = secret) throws {
        let clerk = clerk
        try records.write { try $0.secondFactors.begin(secret, member: clerk, at: DemoRecords.now) }
    }

    private func confirm(_ secret: [UInt8] = secret, step: Int = 100) throws -> Bool {
        let clerk = clerk
        return try records.write { try $0.secondFactors.confirm(secret, step: step, member: clerk, at: DemoRecords.now) }
    }

    private func take(_ step: Int) throws -> Bool {
        let clerk = clerk
        return try records.write { try $0.secondFactors.take(step: step, member: clerk) }
    }

    private func isOn() throws -> Bool { try records.read { try $0.secondFactors.isOn(member: clerk) } }

    @Test func `a secret counts once a code of it was typed, and not before`() throws {
        try begin()
        #expect(try !isOn() && !take(101))
        #expect(try records.read { try $0.staff.credentials(id: clerk) }?.hasSecondFactor == false)
        #expect(try confirm())
        #expect(try isOn() && records.read { try $0.secondFactors.find(member: clerk) }?.secret == Self.secret)
        #expect(try records.read { try $0.staff.credentials(id: clerk) }?.hasSecondFactor == true)
    }

    @Test func `what was begun anew is not confirmed by the code of what was begun before`() throws {
        try begin()
        try begin(Self.other)
        #expect(try !confirm() && !isOn())
        #expect(try confirm(Self.other) && isOn())
        #expect(try !confirm(Self.other))
    }

    @Test func `the one in force stays until another is confirmed`() throws {
        try begin()
        #expect(try confirm())
        try begin(Self.other)
        #expect(try records.read { try $0.secondFactors.find(member: clerk) }?.secret == Self.secret)
        #expect(try take(101) && confirm(Self.other, step: 102))
        let factor = try records.read { try $0.secondFactors.find(member: clerk) }
        #expect(factor?.secret == Self.other && factor?.newSecret == nil)
    }

    @Test func `a half minute's code is taken once, and with it all earlier ones`() throws {
        try begin()
        #expect(try confirm(step: 100))
        #expect(try !take(100) && take(102) && !take(102) && !take(101) && take(103))
    }

    @Test func `a recovery code works once, and for its owner`() throws {
        let clerk = clerk
        try records.write { try $0.secondFactors.replaceRecoveryCodes(["a", "b"], member: clerk) }
        let codes = try records.read { try $0.secondFactors.recoveryCodes(member: clerk) }
        #expect(codes.map(\.hash) == ["a", "b"])
        func take(_ id: Int, _ member: Int) throws -> Bool {
            try records.write { try $0.secondFactors.take(recoveryCode: id, member: member, at: DemoRecords.now) }
        }
        #expect(try !take(codes[0].id, clerk + 1) && take(codes[0].id, clerk) && !take(codes[0].id, clerk))
        #expect(try records.read { try $0.secondFactors.recoveryCodes(member: clerk) }.map(\.hash) == ["b"])
        #expect(refusal { try records.run("UPDATE recovery_codes SET used_at = NULL WHERE used_at IS NOT NULL") } != nil)
        try records.write { try $0.secondFactors.replaceRecoveryCodes(["c"], member: clerk) }
        #expect(try records.read { try $0.secondFactors.recoveryCodes(member: clerk) }.map(\.hash) == ["c"])
        #expect(try !take(codes[1].id, clerk))
    }

    @Test func `turned off, nothing of it is left`() throws {
        let clerk = clerk
        try begin()
        #expect(try confirm())
        try records.write {
            try $0.secondFactors.replaceRecoveryCodes(["a"], member: clerk)
            try $0.secondFactors.end(member: clerk)
        }
        #expect(try !isOn() && !take(200))
        #expect(try records.read { try $0.secondFactors.recoveryCodes(member: clerk) }.isEmpty)
    }

    @Test func `a secret that is too short is not kept`() throws {
        #expect(refusal { try begin([1, 2, 3]) }?.kind == .checkViolation)
    }
}
