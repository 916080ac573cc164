import Permitting
import Testing

struct LockoutTests {
    @Test func `the tenth wrong password in a row closes the account for thirty minutes`() throws {
        let lockout = try Kootenai.agency().signIn.lockout
        let now = Instant(1_763_740_800)
        for failure in 1...9 { #expect(lockout.lockedUntil(afterFailure: failure, at: now) == nil) }
        #expect(lockout.lockedUntil(afterFailure: 10, at: now) == now.adding(minutes: 30))
        #expect(lockout.lockedUntil(afterFailure: 11, at: now) == now.adding(minutes: 30))
    }
}
