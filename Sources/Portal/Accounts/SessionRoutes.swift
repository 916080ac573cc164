import HTTP
import Permitting

enum SessionRoutes {
    @Sendable static func index(_ request: Request, _ context: Context) throws -> Response {
        let list = try SessionList(contractor: try context.contractorID(), context: context)
        return try context.page(
            SessionsPage(list, clock: context.agency.clock, isEnded: request.target.query["ended"] != nil))
    }

    /// One session by its handle, or without one all but this. What has ended already is ended.
    @Sendable static func destroy(_ request: Request, _ context: Context) throws -> Response {
        let id = try context.contractorID()
        guard let own = context.visit.sessionHash else { throw PortalError.forbidden }
        let handle = try request.form()["session"]
        let (actor, now) = (context.actor, context.now)
        try context.write { records in
            if let handle {
                let named = try records.sessions.list(contractor: id).first { SessionList.handle($0.tokenHash) == handle }
                guard let named, named.tokenHash != own else { return }
                try records.sessions.end(tokenHash: named.tokenHash)
                try records.events.record("session ended", by: actor, detail: named.device, at: now)
            } else {
                try records.sessions.endOthers(contractor: id, than: own)
                try records.events.record("other sessions ended", by: actor, at: now)
            }
        }
        return .redirect(to: Link.sessions.address + "?ended=yes")
    }
}
