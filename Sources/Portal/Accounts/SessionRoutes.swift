import HTTP
import Permitting

/// A company's own sessions, and those of a member of the office.
enum SessionRoutes {
    @Sendable static func index(_ request: Request, _ context: Context) throws -> Response {
        let owner = try SessionOwner(context.viewer)
        return try context.page(
            SessionsPage(
                try SessionList(of: owner, context: context), of: owner, clock: context.agency.clock,
                isEnded: request.target.query["ended"] != nil))
    }

    /// One session by its handle, or without one all but this. What has ended already is ended.
    @Sendable static func destroy(_ request: Request, _ context: Context) throws -> Response {
        let owner = try SessionOwner(context.viewer)
        guard let own = context.visit.sessionHash else { throw PortalError.forbidden }
        let handle = try request.form()["session"]
        let (actor, now) = (context.actor, context.now)
        try context.write { records in
            if let handle {
                let named = try owner.sessions(records).first { SessionList.handle($0.tokenHash) == handle }
                guard let named, named.tokenHash != own else { return }
                try records.sessions.end(tokenHash: named.tokenHash)
                try records.events.record("session ended", by: actor, detail: named.device, at: now)
            } else {
                try owner.endOthers(than: own, records)
                try records.events.record("other sessions ended", by: actor, at: now)
            }
        }
        return .redirect(to: owner.link.address + "?ended=yes")
    }
}
