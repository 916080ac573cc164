import Mustache
import Permitting

/// The office's way to a company's account; for administrators also their own people's accounts that wait.
struct AccountsPage: Page {
    static let template = "CompanyAccounts/Accounts"
    let typed: String
    let table: Table?
    let staff: Table?

    init(
        typed: String, found: [Contractor], locked: [(member: StaffMember, failures: Int, lockedUntil: Instant?)],
        context: Context
    ) {
        self.typed = typed
        table = typed.isEmpty ? nil : Self.companies(found)
        staff = locked.isEmpty ? nil : Self.staff(locked, context)
    }

    private static func companies(_ found: [Contractor]) -> Table {
        let rows = found.prefix(AccountRoutes.longest).map { company in
            Table.Row(
                id: "account-\(company.id)",
                cells: [.header("COMPANY", company.companyName, .account(company.id)), Cell("LICENCE NO.", company.license)])
        }
        let isAll = found.count <= AccountRoutes.longest
        return Table(
            id: "accounts", caption: "Companies",
            total: isAll ? "\(found.count) total record(s)" : "the first \(AccountRoutes.longest) record(s)",
            emptyText: "No company's name or licence number begins so.",
            columns: [Table.Column(label: "COMPANY"), Table.Column(label: "LICENCE NO.")], rows: rows)
    }

    private static func staff(
        _ locked: [(member: StaffMember, failures: Int, lockedUntil: Instant?)], _ context: Context
    ) -> Table {
        let labels = ["NAME", "EMAIL", "OPENS", "ACTION"]
        let rows = locked.map { member, failures, until in
            let lock = AccountLock(failures: failures, lockedUntil: until, at: context.now)
            return Table.Row(
                id: "staff-\(member.id)",
                cells: [
                    .header(labels[0], member.name), Cell(labels[1], member.email),
                    Cell(labels[2], AccountPage.opening(lock, context)),
                    Cell(labels[3], "UNLOCK", post: .init(link: .staffUnlocking(member.id), fields: [])),
                ])
        }
        return Table(
            id: "locked-staff", caption: "Locked accounts of the office", total: "\(rows.count) total record(s)",
            columns: labels.map { Table.Column(label: $0) }, rows: rows)
    }

    private init() {
        typed = "RICH"
        table = Self.companies([Contractor(id: 1, companyName: "RICH CONTRACTOR", license: "AEC0119")])
        staff = Table(
            id: "locked-staff", caption: "Locked accounts of the office", total: "1 total record(s)",
            columns: [Table.Column(label: "NAME")], rows: [Table.Row(id: "staff-1", cells: [.header("NAME", "Casey Clerk")])])
    }

    static let sample = AccountsPage()
    private static let shape = Shape("action", "typed", "table", "staff")
    var value: Value {
        Self.shape(.text(Link.accounts.address), .filled(typed), table?.value ?? .nothing, staff?.value ?? .nothing)
    }
}
