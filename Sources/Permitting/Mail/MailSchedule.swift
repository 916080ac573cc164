/// When a mail that did not get away is tried again: soon at first, then daily to about three days, then no more.
public enum MailSchedule {
    /// Minutes to wait after the first failed attempt, the second, and so on.
    public static let waits = [1, 5, 15, 60, 4 * 60, 24 * 60, 24 * 60, 24 * 60]

    /// nil once it has been tried often enough.
    public static func next(afterAttempt count: Int, at now: Instant) -> Instant? {
        guard count >= 1, count <= waits.count else { return nil }
        return now.adding(minutes: waits[count - 1])
    }
}
