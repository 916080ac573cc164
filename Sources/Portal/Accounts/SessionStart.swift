import Credentials
import HTTP
import Permitting

/// Begins a session, always with a new token: the one the visitor came with ends.
struct SessionStart {
    let context: Context

    struct Cookie {
        let token: RandomToken

        func set(on response: inout Response, _ context: Context) {
            context.site.cookies.set(context.site.cookies.session, token.text, on: &response)
        }
    }

    func contractor(_ id: Int, isSettingUp: Bool) throws -> Cookie {
        let token = RandomToken()
        let csrf = RandomToken().text
        let (old, now) = (context.visit.sessionHash, context.now)
        try context.write { records in
            if let old { try records.sessions.end(tokenHash: old) }
            try records.contractors.noteSuccess(contractor: id)
            try records.sessions.start(tokenHash: token.hash, csrf: csrf, contractor: id, isSettingUp: isSettingUp, at: now)
            try records.sessions.sweep(seenBefore: now.adding(minutes: -SessionTimes.idleMinutes))
            try records.events.record("signed in", by: .contractor(id), at: now)
        }
        return Cookie(token: token)
    }

    func staff(_ id: Int) throws -> Cookie {
        let token = RandomToken()
        let csrf = RandomToken().text
        let (old, now) = (context.visit.sessionHash, context.now)
        try context.write { records in
            if let old { try records.sessions.end(tokenHash: old) }
            try records.staff.noteSuccess(member: id)
            try records.sessions.start(tokenHash: token.hash, csrf: csrf, staff: id, at: now)
            try records.events.record("signed in", by: .staff(id), at: now)
        }
        return Cookie(token: token)
    }
}
