import Permitting
import SQLite

extension OutboxStore {
    /// How an attempt ended. A mail that has left, or was given up meanwhile, stays as it is.
    public func note(_ delivery: MailDelivery, id: Int, at now: Instant) throws {
        switch delivery {
        case .taken:
            try connection.run(
                """
                UPDATE outbox SET state = 'sent', sent_at = ?1, next_attempt_at = NULL, attempts = attempts + 1, last_error = ''
                WHERE id = ?2 AND state = 'waiting'
                """, now, id)
        case .later(let reason):
            let attempts: Int =
                try connection.first(
                    "UPDATE outbox SET attempts = attempts + 1, last_error = ? WHERE id = ? AND state = 'waiting' RETURNING attempts",
                    reason, id
                ) { try $0[0] } ?? 0
            guard attempts > 0 else { return }
            if let next = MailSchedule.next(afterAttempt: attempts, at: now) {
                try connection.run("UPDATE outbox SET next_attempt_at = ? WHERE id = ?", next, id)
            } else {
                try giveUp(id)
            }
        case .never(let reason):
            try connection.run(
                "UPDATE outbox SET attempts = attempts + 1, last_error = ? WHERE id = ? AND state = 'waiting'", reason, id)
            try giveUp(id)
        }
    }

    /// Not to be sent any more, for a reason that is no attempt's.
    public func giveUp(id: Int, reason: String) throws {
        try connection.run("UPDATE outbox SET last_error = ? WHERE id = ? AND state = 'waiting'", reason, id)
        try giveUp(id)
    }

    /// The office asks for it to be tried now, as if it were new. Answers whether it is to be sent at all.
    public func retry(id: Int, at now: Instant) throws -> Bool {
        let changed = try connection.run(
            """
            UPDATE outbox SET state = 'waiting', attempts = 0, queued_at = ?1, next_attempt_at = ?1
            WHERE id = ?2 AND state <> 'sent'
            """, now, id)
        if changed > 0 { mark?.set() }
        return changed > 0
    }

    /// Removes the texts of what was sent long enough ago; that it was sent stays known.
    public func forgetBodies(at now: Instant) throws {
        let then = now.adding(minutes: -Self.daysKept * 24 * 60)
        try connection.run("UPDATE outbox SET body = NULL WHERE state = 'sent' AND body IS NOT NULL AND sent_at < ?", then)
    }

    private func giveUp(_ id: Int) throws {
        try connection.run(
            "UPDATE outbox SET state = 'failed', next_attempt_at = NULL WHERE id = ? AND state = 'waiting'", id)
    }
}
