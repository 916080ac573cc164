import Credentials
import HTTP
import Permitting
import Storage

/// Begins a session, always with a new token: the one the visitor came with ends.
struct SessionStart {
    private let context: Context
    private let device: String

    init(_ request: Request, _ context: Context) {
        self.context = context
        device = Device(userAgent: request.headers["User-Agent"] ?? "").words
    }

    struct Cookie {
        let token: RandomToken
        let isRemembered: Bool

        func set(on response: inout Response, _ context: Context) {
            let cookies = context.site.cookies
            // Without an age the browser forgets it when it is closed.
            let seconds = isRemembered ? SessionTimes.remembered.absoluteMinutes * 60 : nil
            cookies.set(cookies.session, token.text, maxAge: seconds, on: &response)
        }
    }

    func contractor(_ id: Int, member: Int? = nil, isSettingUp: Bool, isRemembered: Bool) throws -> Cookie {
        let token = RandomToken()
        let csrf = RandomToken().text
        let (visit, device, now, client) = (context.visit, device, context.now, context.client)
        try context.write { records in
            if let old = visit.sessionHash { try records.sessions.end(tokenHash: old) }
            try records.sessions.start(
                tokenHash: token.hash, csrf: csrf, contractor: id, member: member, isSettingUp: isSettingUp, device: device,
                isRemembered: isRemembered, at: now)
            if let member { try records.members.noteSignIn(member, at: now) }
            try SessionTimes.sweep(records.sessions, at: now)
            try records.events.record("signed in", by: .contractor(id, member: member, from: client), detail: device, at: now)
        }
        return Cookie(token: token, isRemembered: isRemembered)
    }

    /// - Parameter isSettingUp: The second factor is still to come.
    func staff(_ id: Int, isSettingUp: Bool = false) throws -> Cookie {
        let token = RandomToken()
        let csrf = RandomToken().text
        let (visit, device, now, client) = (context.visit, device, context.now, context.client)
        try context.write { records in
            if let old = visit.sessionHash { try records.sessions.end(tokenHash: old) }
            try records.sessions.start(
                tokenHash: token.hash, csrf: csrf, staff: id, isSettingUp: isSettingUp, device: device, at: now)
            try SessionTimes.sweep(records.sessions, at: now)
            try records.events.record(
                isSettingUp ? "password accepted" : "signed in", by: .staff(id, from: client), detail: device, at: now)
        }
        return Cookie(token: token, isRemembered: false)
    }
}
