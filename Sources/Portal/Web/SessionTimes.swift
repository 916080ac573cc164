import Permitting
import Storage

/// How long a session lives.
struct SessionTimes: Sendable {
    let idleMinutes: Int
    let absoluteMinutes: Int

    static let usual = SessionTimes(idleMinutes: 60, absoluteMinutes: 12 * 60)
    /// After "Remember Me": thirty days is the most that NIST SP 800-63B-4 §2.1.3 has for accounts of this kind.
    static let remembered = SessionTimes(idleMinutes: 14 * 24 * 60, absoluteMinutes: 30 * 24 * 60)

    /// Of somebody who still has to prove a second factor, or to set one up.
    static let signingIn = SessionTimes(idleMinutes: 10, absoluteMinutes: 10)

    /// That it was used is written down at most this often, so that reading pages costs no write.
    static let noteSeconds = 60

    static func of(isRemembered: Bool) -> SessionTimes { isRemembered ? remembered : usual }

    func isAlive(startedAt: Instant, seenAt: Instant, at now: Instant) -> Bool {
        now < seenAt.adding(minutes: idleMinutes) && now < startedAt.adding(minutes: absoluteMinutes)
    }

    static func isAlive(_ session: SessionStore.Session, at now: Instant) -> Bool {
        let isSigningIn = if case .staff = session.owner { session.isSettingUp } else { false }
        let times = isSigningIn ? signingIn : of(isRemembered: session.isRemembered)
        return times.isAlive(startedAt: session.startedAt, seenAt: session.seenAt, at: now)
    }

    static func isToBeNoted(_ session: SessionStore.Session, at now: Instant) -> Bool {
        now >= session.seenAt.adding(seconds: noteSeconds)
    }

    static func sweep(_ sessions: SessionStore, at now: Instant) throws {
        try sessions.sweep(
            seenBefore: now.adding(minutes: -usual.idleMinutes),
            rememberedBefore: now.adding(minutes: -remembered.idleMinutes))
    }
}
