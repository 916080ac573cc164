import HTTP
import Permitting

enum MailRoutes {
    static let pageSize = 10

    @Sendable static func index(_ request: Request, _ context: Context) throws -> Response {
        let query = request.target.query
        let notice =
            query["again"] != nil && context.site.configuration.sendsMail
            ? Notice(kind: .success, text: "The mail is tried again now. Reload this page to see what became of it.") : nil
        return try context.page(try MailPage(context, query, notice: notice))
    }

    /// What was sent meanwhile stays sent: pressing the button twice sends nothing twice.
    @Sendable static func retry(_ request: Request, _ context: Context) throws -> Response {
        let id = try context.id()
        let (actor, now) = (context.actor, context.now)
        guard let entry = try context.records.outbox.find(id: id) else { throw PortalError.notFound }
        let (recipient, permit) = (entry.message.recipient.address.rawValue, entry.message.permit)
        let isQueued = try context.write { records in
            guard try records.outbox.retry(id: id, at: now) else { return false }
            try records.events.record("mail tried again", by: actor, permit: permit, detail: recipient, at: now)
            return true
        }
        return .redirect(to: Link.mail.address + (isQueued ? "?again=yes" : ""))
    }
}
