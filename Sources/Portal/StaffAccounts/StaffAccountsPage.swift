import Mustache
import Permitting
import Storage

/// Everybody who works at the office and signs in here.
struct StaffAccountsPage: Page {
    static let template = "StaffAccounts/Index"
    private static let labels = ["NAME", "EMAIL", "ROLE", "SECOND FACTOR", "ACCOUNT"]
    let table: Table

    init(_ accounts: [StaffStore.Credentials], _ context: Context) {
        table = Self.table(
            accounts.map { account in
                let (member, state) = (account.member, StaffAccountState(account, at: context.now))
                return Table.Row(
                    id: "staff-\(member.id)",
                    cells: [
                        .header(Self.labels[0], member.name, .staffAccount(member.id)), Cell(Self.labels[1], member.email),
                        Cell(Self.labels[2], member.role.label), Cell(Self.labels[3], account.hasSecondFactor ? "On" : "Off"),
                        .tag(Self.labels[4], state.words(context), tone: state.tone(at: context.now)),
                    ])
            })
    }

    private static func table(_ rows: [Table.Row]) -> Table {
        Table(
            id: "staff", caption: "Accounts of the office", total: "\(rows.count) total record(s)",
            columns: labels.map { Table.Column(label: $0) }, rows: rows)
    }

    private init() {
        table = Self.table([Table.Row(id: "staff-1", cells: [.header("NAME", "Casey Clerk", .staffAccount(1))])])
    }

    static let sample = StaffAccountsPage()
    private static let shape = Shape("newAddress", "table")
    var value: Value { Self.shape(.text(Link.newStaffAccount.address), table.value) }
}
