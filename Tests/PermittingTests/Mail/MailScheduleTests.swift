import Permitting
import Testing

struct MailScheduleTests {
    private let now = Instant(1_795_197_600)

    @Test func `a mail is tried again after a minute, five, fifteen, an hour, four hours, and then daily`() {
        let waits = (1...8).map { MailSchedule.next(afterAttempt: $0, at: now).map { ($0.seconds - now.seconds) / 60 } }
        #expect(waits == [1, 5, 15, 60, 240, 1_440, 1_440, 1_440])
    }

    @Test(arguments: [9, 10, Int.max, 0, -1])
    func `after about three days it is not`(count: Int) {
        #expect(MailSchedule.next(afterAttempt: count, at: now) == nil)
        #expect((72...80).contains(MailSchedule.waits.reduce(0, +) / 60))
    }
}
