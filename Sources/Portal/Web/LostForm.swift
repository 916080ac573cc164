import Credentials
import HTTP
import Permitting
import Storage

/// A form that came when its session had ended. It is kept for the account on whose page it was typed, which the page's own
/// token tells, and shown again as typed to that account only. Passwords and secret answers are not kept.
enum LostForm {
    static let keptMinutes = 24 * 60
    /// So long after its session was last used a page is still known.
    static let knownMinutes = 30 * 24 * 60
    /// Names the form in its page's address.
    static let field = "kept"

    /// Where the form stands again once its owner is signed in; nil where it cannot be kept.
    static func keep(_ request: Request, _ route: Route, _ context: Context) throws -> String? {
        guard route.keepsForm, let fields = try? request.form(), let csrf = MaskedToken.unmasked(fields["csrf"] ?? ""),
            let owner = try context.records.keptForms.owner(csrf: csrf)
        else { return nil }
        if let account = context.viewer.account, KeptFormStore.Owner(account) != owner { return nil }
        let typed = fields.all.filter { !isSecret($0.name) && !$0.value.isEmpty }.map { ($0.name, $0.value) }
        let (path, now) = (request.target.path, context.now)
        let id = try context.write { records in
            try records.keptForms.sweep(
                keptBefore: now.adding(minutes: -keptMinutes), endedBefore: now.adding(minutes: -knownMinutes))
            return try records.keptForms.keep(path: path, fields: FormFields.encode(typed), of: owner, at: now)
        }
        return String(request.target.raw.prefix { $0 != "?" }) + "?\(field)=\(id)"
    }

    /// Fields whose value is shown to nobody again, and the token of a page that is gone.
    private static func isSecret(_ name: String) -> Bool {
        name == "csrf" || ["password", "confirmation", "answer", "code"].contains { name.contains($0) }
    }

    static let notice = Notice(
        kind: .warning,
        text: "This is the form as you had typed it. It was not sent, because you had been signed out. Look it over and send it.")
}

extension Context {
    /// What was typed before the session ended, where the address names it and it is this account's.
    func keptForm(_ request: Request) throws -> FormFields? {
        guard let account = viewer.account, let id = request.target.query[LostForm.field].flatMap({ Int($0) }) else { return nil }
        let since = now.adding(minutes: -LostForm.keptMinutes)
        let fields = try records.keptForms.find(
            id: id, path: request.target.path, of: KeptFormStore.Owner(account), since: since)
        return try fields.map { try FormFields(urlEncoded: $0) }
    }
}

extension KeptFormStore.Owner {
    init(_ account: Account) { self.init(contractor: account.id, member: account.member?.id) }
}
