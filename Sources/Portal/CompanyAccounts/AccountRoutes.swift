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
        let found = isWanted ? try context.records.contractors.beginning(with: typed, limit: longest + 1) : []
        return try context.page(AccountsPage(typed: typed, found: found))
    }

    @Sendable static func show(_ request: Request, _ context: Context) throws -> Response {
        try page(try credentials(context), AccountPage.Deed(rawValue: request.target.query["done"] ?? ""), nil, context)
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
        guard let name = context.agency.signIn.firstPassword.issuedName else { throw PortalError.notFound }
        let pin = RandomDigits.make(count: 6)
        let hash = try PasswordHash.hash(pin, cost: context.site.configuration.passwordCost)
        let (actor, now) = (context.actor, context.now)
        try context.write { records in
            try records.contractors.setFirstPassword(hash, contractor: account.id)
            try records.events.record("\(name) issued", by: actor, detail: account.named, at: now)
        }
        return try page(try credentials(context), nil, pin, context)
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
        _ account: ContractorStore.Credentials, _ deed: AccountPage.Deed?, _ pin: String?, _ context: Context
    ) throws -> Response {
        let sessions = try SessionList(of: .contractor(account.id), context: context)
        return try context.page(AccountPage(account, sessions, deed: deed, pin: pin, context: context))
    }
}

extension ContractorStore.Credentials {
    /// "RICH CONTRACTOR (AEC0119)"
    var named: String { license.isEmpty ? companyName : "\(companyName) (\(license))" }
}
