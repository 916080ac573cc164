import Permitting
import Testing

struct LockoutTests {
    private let now = Instant(1_763_740_800)

    @Test func `the tenth wrong password in a row closes the account for thirty minutes, and each further ten for twice as long`()
        throws
    {
        let lockout = try Kootenai.agency().signIn.lockout
        let waits = [10: 30, 20: 60, 30: 120, 40: 240, 50: 480, 60: 960, 70: 1_440, 80: 1_440, 90: 1_440]
        for failure in 1...99 {
            #expect(lockout.lockedUntil(afterFailure: failure, at: now) == waits[failure].map { now.adding(minutes: $0) })
        }
    }

    @Test(arguments: [(3, 1), (3, 1_440), (100, 1_440), (5, 1_000)])
    func `no office's wait is longer than a day`(failures: Int, minutes: Int) {
        let lockout = Lockout(failures: failures, minutes: minutes)
        for failure in [failures, 33 * failures, 1_000_000 * failures] {
            let until = lockout.lockedUntil(afterFailure: failure, at: now)
            #expect(until.map { $0 > now && $0 <= now.adding(minutes: 1_440) } == true)
        }
    }

    @Test func `waiting opens an account to the second, and the hundredth wrong password in a row closes it for good`() {
        let until = now.adding(minutes: 30)
        #expect(AccountLock(failures: 99, lockedUntil: nil, at: now) == .open)
        #expect(AccountLock(failures: 10, lockedUntil: until, at: until.adding(seconds: -1)) == .waiting(until: until))
        #expect(AccountLock(failures: 10, lockedUntil: until, at: until) == .open)
        #expect(AccountLock(failures: 100, lockedUntil: now, at: until) == .closed)
    }
}
