import Credentials
import HTTP
import Permitting
import Storage

/// The office's help for companies that cannot get in, or whose password got out.
enum AccountRoutes {
    static let longest = 25

    @Sendable static func index(_ request: Request, _ context: Context) throws -> Response {
        let typed = (request.target.query["q"] ?? "").trimmed
        let isWanted = !typed.isEmpty && typed.utf8.count <= 200
        let contractors = context.records.contractors
        let found =
            isWanted
            ? try contractors.beginning(with: typed, limit: longest + 1)
                + contractors.publicUsers(beginning: typed, limit: longest + 1) : []
        return try context.page(AccountsPage(typed: typed, found: found))
    }

    @Sendable static func show(_ request: Request, _ context: Context) throws -> Response {
        let query = request.target.query
        return try page(
            try credentials(context), AccountPage.Deed(rawValue: query["done"] ?? ""), nil, context, activity: query["page"])
    }

    @Sendable static func unlock(_ request: Request, _ context: Context) throws -> Response {
        try act("account unlocked", .unlocked, context) { try $0.signIns.unlock(.contractor($1)) }
    }

    @Sendable static func signOut(_ request: Request, _ context: Context) throws -> Response {
        try act("sessions ended", .signedOut, context) { try $0.sessions.endAll(contractor: $1) }
    }

    /// What is issued stands on the page that answers and nowhere else. Sent twice it makes another, and the page shows that one.
    @Sendable static func issuePIN(_ request: Request, _ context: Context) throws -> Response {
        let account = try credentials(context)
        // A public user's way back is the mail to his address.
        guard account.kind == .company, let name = context.agency.signIn.firstPassword.issuedName else {
            throw PortalError.notFound
        }
        let pin = RandomDigits.make(count: 6)
        let hash = try PasswordHash.hash(pin, cost: context.site.configuration.passwordCost)
        let (actor, now) = (context.actor, context.now)
        try context.write { records in
            try records.contractors.setFirstPassword(hash, contractor: account.id)
            try records.events.record("\(name) issued", by: actor, detail: account.named, at: now)
        }
        return try page(try credentials(context), nil, pin, context)
    }

    @Sendable static func unlockMember(_ request: Request, _ context: Context) throws -> Response {
        guard let member = try context.records.members.find(id: try context.id()),
            let login = try context.records.members.login(member: member.id)
        else { throw PortalError.notFound }
        let (actor, now) = (context.actor, context.now)
        try context.write { records in
            try records.signIns.unlock(.member(login.id))
            try records.events.record("person's login unlocked", by: actor, detail: member.label, at: now)
        }
        return .redirect(to: Link.account(member.contractorID).address + "?done=" + AccountPage.Deed.unlockedPerson.rawValue)
    }

    private static func act(
        _ event: String, _ deed: AccountPage.Deed, _ context: Context, _ write: @escaping @Sendable (Records, Int) throws -> Void
    ) throws -> Response {
        let account = try credentials(context)
        let (actor, now) = (context.actor, context.now)
        try context.write { records in
            try write(records, account.id)
            try records.events.record(event, by: actor, detail: account.named, at: now)
        }
        return .redirect(to: Link.account(account.id).address + "?done=" + deed.rawValue)
    }

    private static func credentials(_ context: Context) throws -> ContractorStore.Credentials {
        guard let account = try context.records.contractors.credentials(id: try context.id()) else { throw PortalError.notFound }
        return account
    }

    private static func page(
        _ account: ContractorStore.Credentials, _ deed: AccountPage.Deed?, _ pin: String?, _ context: Context,
        activity asked: String? = nil
    ) throws -> Response {
        let address = Link.account(account.id).address
        let parts = AccountPage.Parts(
            sessions: try SessionList(of: .contractor(account.id), context: context),
            members: try context.records.members.list(contractor: account.id, limit: Member.most, offset: 0),
            activity: try ActivityList(contractor: account.id, member: nil, asked: asked, context) {
                address + "?page=\($0)#activity"
            })
        return try context.page(AccountPage(account, parts, deed: deed, pin: pin, context: context))
    }
}

extension ContractorStore.Credentials {
    /// "RICH CONTRACTOR (AEC0119)"
    var named: String { license.isEmpty ? companyName : "\(companyName) (\(license))" }
}
