import HTTP
import Permitting
import Storage

/// "Link To Permits": a public user puts permits on his dashboard by their numbers, and whoever has to do with one takes it off.
enum LinkRoutes {
    @Sendable static func index(_ request: Request, _ context: Context) throws -> Response {
        let query = request.target.query
        let page = query["page"].flatMap { $0.utf8.count <= 6 ? Int($0) : nil } ?? 1
        let isUnlinked = query["unlinked"] != nil
        let notice = isUnlinked ? Notice(kind: .success, text: "The permit is not linked any more.") : nil
        return try context.page(try LinkPage(context, page: max(1, page), notice: notice))
    }

    @Sendable static func create(_ request: Request, _ context: Context) throws -> Response {
        guard let account = context.viewer.account else { throw PortalError.forbidden }
        let typed = (try request.form()["number"] ?? "").trimmed
        func again(_ text: String, _ status: Status) throws -> Response {
            try context.page(try LinkPage(context, typed: typed, faults: [Fault("number", text)]), status: status)
        }
        guard !typed.isEmpty else { return try again("Type the whole permit number", .unprocessableContent) }
        if let seconds = context.site.linkLimits.take(account.id, at: context.now) {
            let wait = seconds <= 60 ? "a minute" : "\((seconds + 59) / 60) minutes"
            return try again("You tried too many numbers. Wait \(wait), then try again", .tooManyRequests)
        }
        let found = try context.records.permits.find(typed: typed, limit: mostAlike)
        guard let number = found.first, let permit = try context.records.permits.find(number) else {
            return try again(
                "There is no permit with this number. Type all of it, as it stands on the permit", .unprocessableContent)
        }
        guard found.count == 1 else {
            let numbers = found.map(\.rawValue).joined(separator: ", ")
            return try again("Several numbers are written so: \(numbers). Type the dashes and spaces too", .unprocessableContent)
        }
        try link(permit, account, context)
        return .redirect(to: Link.dashboard.address + "?" + FormFields.encode([("linked", number.rawValue)]))
    }

    /// By the user himself, by a company on the permit, or by the office.
    @Sendable static func destroy(_ request: Request, _ context: Context) throws -> Response {
        let (permit, user) = (try context.permit(), try context.id())
        let isOwn = context.viewer.account?.id == user && context.may(.linkPermits)
        guard try isOwn || LinkedUsers(context).mayUnlink(permit) else {
            if case .anonymous = context.viewer {
                throw PortalError.signInNeeded(next: Link.permit(permit.number, .info).address, lost: .gone)
            }
            throw PortalError.forbidden
        }
        let owner = try context.records.contractors.find(id: user)
        let mail = isOwn ? nil : owner.flatMap { LinkMail(context: context).unlinked($0, permit) }
        let (actor, now) = (context.actor, context.now)
        try context.write { records in
            guard try records.permits.unlink(permit: permit.id, publicUser: user) else { return }
            try records.events.record(
                "permit unlinked", by: actor, permit: permit.id, detail: owner?.companyName ?? "", at: now)
            if let mail { try records.outbox.add(mail, at: now) }
        }
        return .redirect(to: (isOwn ? Link.permitLinks : .permit(permit.number, .info)).address + "?unlinked=yes")
    }

    private static let mostAlike = 5
    private static let mostTold = 10

    /// Done twice it is done; the companies on the permit are told once.
    private static func link(_ permit: Permit, _ account: Account, _ context: Context) throws {
        let companies = try context.records.permits.companies(permit: permit.id, limit: mostTold)
        let mails = companies.compactMap { LinkMail(context: context).linked(account, permit, to: $0) }
        let (actor, now) = (context.actor, context.now)
        try context.write { records in
            guard try records.permits.link(permit: permit.id, publicUser: account.id, at: now) else { return }
            try records.events.record("permit linked", by: actor, permit: permit.id, detail: account.name, at: now)
            for mail in mails { try records.outbox.add(mail, at: now) }
        }
    }
}
