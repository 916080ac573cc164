import Mustache
import Permitting

/// The office's way to a company's account.
struct AccountsPage: Page {
    static let template = "CompanyAccounts/Accounts"
    let typed: String
    let table: Table?

    init(typed: String, found: [Contractor]) {
        self.typed = typed
        table = typed.isEmpty ? nil : Self.companies(found)
    }

    private static func companies(_ found: [Contractor]) -> Table {
        let labels = ["NAME", "LICENCE NO. OR EMAIL"]
        let rows = found.prefix(AccountRoutes.longest).map { company in
            Table.Row(
                id: "account-\(company.id)",
                cells: [
                    .header(labels[0], company.companyName, .account(company.id)),
                    // Only a public user is found by his address.
                    Cell(labels[1], company.email.isEmpty ? company.license : company.email),
                ])
        }
        let isAll = found.count <= AccountRoutes.longest
        return Table(
            id: "accounts", caption: "Companies and public users",
            total: isAll ? "\(found.count) total record(s)" : "the first \(AccountRoutes.longest) record(s)",
            emptyText: "No company's name or licence number, and no public user's name or email, begins so.",
            columns: labels.map { Table.Column(label: $0) }, rows: rows)
    }

    private init() {
        typed = "RICH"
        table = Self.companies([Contractor(id: 1, companyName: "RICH CONTRACTOR", license: "AEC0119")])
    }

    static let sample = AccountsPage()
    private static let shape = Shape("action", "typed", "table")
    var value: Value {
        Self.shape(.text(Link.accounts.address), .filled(typed), table?.value ?? .nothing)
    }
}
