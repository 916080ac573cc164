import Mustache
import Permitting
import Storage

/// One company's account as the office sees it: whether it can sign in, where it is signed in, and what the office can do.
struct AccountPage: Page {
    static let template = "CompanyAccounts/Account"

    /// What was just done, as it stands in the address.
    enum Deed: String, Sendable { case unlocked, signedOut = "signed-out", unlockedPerson = "unlocked-person" }

    struct Parts {
        let sessions: SessionList
        let members: [Member]
        let activity: ActivityList
    }

    private let id: Int
    private let company: String
    private let facts: [Fact]
    private let table: Table
    /// nil where nobody has a login of their own.
    private let people: Table?
    private let activity: Table
    private let isLocked: Bool
    private let hasSessions: Bool
    private let pin: String?
    private let takesPIN: Bool
    private let office: FirstPassword
    let notice: Notice?

    init(
        _ account: ContractorStore.Credentials, _ parts: Parts, deed: Deed?, pin: String?, context: Context
    ) {
        let lock = AccountLock(failures: account.failures, lockedUntil: account.lockedUntil, at: context.now)
        id = account.id
        company = account.companyName
        isLocked = lock != .open
        hasSessions = !parts.sessions.entries.isEmpty
        people = parts.members.isEmpty ? nil : Self.people(parts.members, context)
        activity = parts.activity.table
        self.pin = pin
        takesPIN = account.kind == .company
        office = context.agency.signIn.firstPassword
        table = parts.sessions.table(clock: context.agency.clock, ending: nil)
        facts = [
            takesPIN
                ? Fact("Licence", account.license.isEmpty ? "None on file" : account.license)
                : Fact("Public user", account.email),
            Fact("Signs in with", Self.means(account, at: office)),
            Fact("Wrong passwords in a row", String(account.failures)),
            Fact("Account", Self.opening(lock, context), tone: lock == .open ? "ok" : "bad"),
        ]
        switch deed {
        case .unlocked: notice = Notice(kind: .success, text: "The account is open. The company can sign in at once.")
        case .unlockedPerson: notice = Notice(kind: .success, text: "The login is open. Its owner can sign in at once.")
        case .signedOut: notice = Notice(kind: .success, text: "All sessions of the company have ended.")
        case nil: notice = nil
        }
    }

    private static func means(_ account: ContractorStore.Credentials, at office: FirstPassword) -> String {
        switch (account.key(at: office), office) {
        case (.password, _): "A password of its own"
        case (.issued, _): "A \(office.issuedName ?? "first password"), until it sets a password"
        case (.telephone, _): "The last four digits of its telephone number, until it sets a password"
        case (nil, .resetLink): "Nothing yet: Forgot Password mails it a link to its first password"
        case (nil, .phone): "Nothing: no telephone number on file would do, and no PIN was issued yet"
        case (nil, _): "Nothing: no \(office.issuedName ?? "first password") was issued yet"
        }
    }

    private static func people(_ members: [Member], _ context: Context) -> Table {
        let labels = ["NAME", "EMAIL", "SINCE", "LAST SIGNED IN", "LOGIN"]
        let rows = members.map { member in
            let lock = AccountLock(failures: member.failures, lockedUntil: member.lockedUntil, at: context.now)
            let post = Cell.Note.post("UNLOCK", .init(link: .memberUnlocking(member.id), fields: []))
            return Table.Row(
                id: "person-\(member.id)",
                cells: [
                    Cell(labels[0], member.name, isHeader: true, note: member.mayManage ? .text("manages people") : nil),
                    Cell(labels[1], member.email), Cell(labels[2], member.joinedAt.map(context.agency.clock.text) ?? "INVITED"),
                    Cell(labels[3], member.signedInAt.map(context.agency.clock.text)),
                    member.joinedAt == nil
                        ? Cell(labels[4], nil)
                        : Cell(
                            labels[4], opening(lock, context), tone: lock == .open ? "ok" : "bad",
                            note: lock == .open ? nil : post),
                ])
        }
        return Table(
            id: "people", caption: "People", total: "\(rows.count) total record(s)",
            columns: labels.map { Table.Column(label: $0) }, rows: rows)
    }

    static func opening(_ lock: AccountLock, _ context: Context) -> String {
        switch lock {
        case .open: "OPEN"
        case .waiting(let until): "LOCKED until \(LockText.time(until, context))"
        case .closed: "LOCKED until the office opens it"
        }
    }

    private init() {
        id = 1
        company = "RICH CONTRACTOR"
        facts = [Fact("Account", "LOCKED until 10:30 AM", tone: "bad")]
        table = SessionsPage.sample.table
        people = SessionsPage.sample.table
        activity = ActivityList.sample.table
        isLocked = true
        hasSessions = true
        pin = "440119"
        takesPIN = true
        office = .pin
        notice = Notice(kind: .success, text: "The account is open.")
    }

    static let sample = AccountPage()
    private static let shape = Shape(
        "accountsAddress", "company", "facts", "table", "unlockAddress", "signOutAddress", "issuing", "pin", "people",
        "activity")
    private static let issuingShape = Shape("address", "name", "label")
    var value: Value {
        Self.shape(
            .text(Link.accounts.address), .text(company), .list(facts.map(\.value)), table.value,
            isLocked ? .text(Link.accountUnlocking(id).address) : .nothing,
            hasSessions ? .text(Link.accountSignOut(id).address) : .nothing,
            !takesPIN
                ? .nothing
                : office.issuedName.map { name in
                    Self.issuingShape(
                        .text(Link.accountPIN(id).address), .text(name), .text("ISSUE A NEW \(name.uppercased())"))
                } ?? .nothing, .optional(pin), people?.value ?? .nothing, activity.value)
    }
}
