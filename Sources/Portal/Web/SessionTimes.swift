import Permitting
import Storage

/// How long a session lives.
enum SessionTimes {
    static let idleMinutes = 60
    static let absoluteMinutes = 12 * 60
    /// That it was used is written down at most this often, so that reading pages costs no write.
    static let noteSeconds = 60

    static func isAlive(_ session: SessionStore.Session, at now: Instant) -> Bool {
        now < session.seenAt.adding(minutes: idleMinutes) && now < session.startedAt.adding(minutes: absoluteMinutes)
    }

    static func isToBeNoted(_ session: SessionStore.Session, at now: Instant) -> Bool {
        now >= session.seenAt.adding(seconds: noteSeconds)
    }
}
