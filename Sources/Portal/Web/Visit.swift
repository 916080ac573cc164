import Credentials
import HTTP
import Permitting
import Storage

/// What a request's cookies say of its sender: the session, or the mark of somebody who has none.
struct Visit: Sendable {
    let viewer: Viewer
    let isSettingUp: Bool
    /// The session outlives the browser.
    let isRemembered: Bool
    /// The hash under which the session is stored; nil for somebody without one.
    let sessionHash: [UInt8]?
    let csrf: String
    /// A mark to be set because the visitor came without one.
    let newMark: String?
    /// The session was used long enough ago for that to be noted.
    let isToBeNoted: Bool

    static func read(_ request: Request, _ cookies: CookieNames, records: Records, csrfKey: [UInt8], now: Instant) throws -> Visit
    {
        let sent = request.cookies
        if let (session, hash) = try session(sent, cookies, records: records, now: now) {
            return Visit(session: session, hash: hash, now: now)
        }
        let known = sent[cookies.visitor].flatMap { RandomToken(text: $0)?.text }
        let mark = known ?? RandomToken().text
        let csrf = Base64URL.encode(HMAC.sha256(key: csrfKey, Array(mark.utf8)))
        return Visit(
            viewer: .anonymous, isSettingUp: false, isRemembered: false, sessionHash: nil, csrf: csrf,
            newMark: known == nil ? mark : nil,
            isToBeNoted: false)
    }

    /// The session that the cookies name, while it is alive, and the hash under which it is stored.
    static func session(_ sent: Cookies, _ names: CookieNames, records: Records, now: Instant) throws -> (
        session: SessionStore.Session, hash: [UInt8]
    )? {
        guard let token = sent[names.session].flatMap(RandomToken.init(text:)) else { return nil }
        let hash = token.hash
        guard let session = try records.sessions.find(tokenHash: hash), SessionTimes.isAlive(session, at: now) else { return nil }
        return (session, hash)
    }
}

extension Visit {
    init(session: SessionStore.Session, hash: [UInt8], now: Instant) {
        let viewer: Viewer =
            switch session.owner {
            case .account(let account, let cartCount): .account(account, cartCount: cartCount)
            case .staff(let member) where session.isSettingUp: .signingIn(member)
            case .staff(let member): .staff(member)
            }
        self.init(
            viewer: viewer, isSettingUp: session.isSettingUp, isRemembered: session.isRemembered, sessionHash: hash,
            csrf: session.csrf, newMark: nil,
            isToBeNoted: SessionTimes.isToBeNoted(session, at: now))
    }
}
