import HTTP
import Mustache
import Permitting
import Storage

/// The people of a company with logins of their own, and the form that invites one more.
struct MembersPage: Page {
    static let template = "Members/Index"

    /// What was just done, as it stands in the address.
    enum Deed: String, Sendable {
        case invited, changed, removed
        case invitedAgain = "invited-again"

        var notice: Notice {
            switch self {
            case .invited, .invitedAgain:
                Notice(
                    kind: .success,
                    text: "The invitation is on its way. Its link works once, for \(Member.invitationHours) hours.")
            case .changed: Notice(kind: .success, text: "Changed.")
            case .removed: Notice(kind: .success, text: "Removed. They are signed out and cannot sign in for you any more.")
            }
        }
    }

    private let table: Table
    private let fields: [Field]
    private let manage: Tick
    private let sendsMail: Bool
    private let telephone: String
    let faults: [Fault]
    let notice: Notice?

    init(_ context: Context, _ query: FormFields, typed: MemberForm = MemberForm(), faults: [Fault] = []) throws {
        let (store, company) = (context.records.members, try context.contractorID())
        let asked = query["page"].flatMap { $0.utf8.count <= 6 ? Int($0) : nil } ?? 1
        let (size, total) = (MemberRoutes.pageSize, try store.count(contractor: company))
        let page = min(max(1, asked), max(1, (total + size - 1) / size))
        let members = try store.list(contractor: company, limit: size, offset: (page - 1) * size)
        var table = MemberList(members, viewer: context.viewer.member, clock: context.agency.clock).table(total: total)
        table.pager = Pager(of: "People", page: page, size: size, total: total) { Link.members.address + "?page=\($0)" }
        self.init(
            table, typed: typed, sendsMail: context.site.configuration.sendsMail, telephone: context.agency.office.telephone,
            faults: faults, notice: faults.isEmpty ? query["done"].flatMap(Deed.init(rawValue:))?.notice : nil)
    }

    private init(
        _ table: Table, typed: MemberForm, sendsMail: Bool, telephone: String, faults: [Fault], notice: Notice?
    ) {
        self.table = table
        self.sendsMail = sendsMail
        self.telephone = telephone
        self.faults = faults
        self.notice = notice
        var name = Field("name", "Name")
        (name.value, name.maxlength, name.autocomplete) = (typed.name, Member.longestName, "off")
        name.error = faults.text("name")
        var email = Field("email", "Email")
        (email.type, email.value, email.maxlength, email.autocomplete) = ("email", typed.email, 254, "off")
        email.hint = "The invitation goes there, and they sign in with it."
        email.error = faults.text("email")
        fields = [name, email]
        manage = Tick("manage", "May invite and remove people", isChecked: typed.mayManage)
    }

    static let sample = MembersPage(
        MemberList.sample.table(total: 1), typed: MemberForm(), sendsMail: false, telephone: "208-446-1040",
        faults: [Fault("email", "Fill in Email")], notice: Deed.invited.notice)

    private static let shape = Shape("profileAddress", "action", "table", "fields", "manage", "isMailKept", "telephone")
    var value: Value {
        Self.shape(
            .text(Link.profile.address), .text(Link.members.address), table.value, .list(fields.map(\.content)), manage.value,
            .flag(!sendsMail), .text(telephone))
    }
}
