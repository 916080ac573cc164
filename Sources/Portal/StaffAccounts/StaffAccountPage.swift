import Mustache
import Permitting
import Storage

/// A colleague's account as administrators see it, and what they can do about it.
struct StaffAccountPage: Page {
    static let template = "StaffAccounts/Account"

    /// What was just done, as it stands in the address.
    enum Deed: String, Sendable {
        case invited, role, unlocked, deactivated, reactivated
        case factorReset = "second-factor"

        var words: String {
            switch self {
            case .invited: "The link to set a password is on its way."
            case .role: "The role is changed. Whoever was signed in to the account has to sign in again."
            case .unlocked: "The account is open."
            case .deactivated: "The account is deactivated, and all its sessions have ended."
            case .reactivated: "The account is active again."
            case .factorReset: "The second factor is reset, and all sessions have ended."
            }
        }
    }

    /// Which of its forms an account has.
    private struct Forms: Sendable {
        var isOwn = false
        var isActive = true
        var isLocked = false
        var hasPassword = true
        var hasSecondFactor = false
    }

    private let id: Int
    private let name: String
    private let facts: [Fact]
    private let role: Choice
    private let reason: Field
    private let forms: Forms
    private let link: String?
    let faults: [Fault]
    let notice: Notice?

    /// - Parameter link: The address by which a password is set, this once: where no mail carries it.
    init(
        _ account: StaffStore.Credentials, deed: Deed? = nil, link: String? = nil, faults: [Fault] = [], reason: String = "",
        _ context: Context
    ) throws {
        let (member, state) = (account.member, StaffAccountState(account, at: context.now))
        id = member.id
        name = member.name
        facts = [
            Fact("Email", member.email), Fact("Role", member.role.label),
            Fact("Account", state.words(context), tone: state.tone(at: context.now)),
            Fact("Second factor", account.hasSecondFactor ? "On" : "Off"),
            Fact("Wrong passwords and codes in a row", String(account.failures)),
        ]
        role = NewStaffAccountPage.roles(selected: member.role.rawValue, error: faults.text("role"), prompt: nil)
        self.reason = Self.reason(reason, faults)
        forms = Forms(
            isOwn: try context.staffMember().id == member.id, isActive: account.isActive, isLocked: state.isLocked,
            hasPassword: account.passwordHash != nil, hasSecondFactor: account.hasSecondFactor)
        self.link = link
        self.faults = faults
        notice = deed.map { Notice(kind: .success, text: $0.words) }
    }

    private static func reason(_ typed: String, _ faults: [Fault]) -> Field {
        var field = Field("reason", "Reason")
        field.value = typed
        field.hint = "It is told to the colleague by mail, and kept."
        field.autocomplete = "off"
        field.maxlength = StaffAccountRoutes.longestReason
        field.error = faults.text("reason")
        return field
    }

    private init() {
        (id, name) = (1, "Casey Clerk")
        facts = [Fact("Account", "LOCKED until 10:30 AM", tone: "bad")]
        role = NewStaffAccountPage.roles(selected: "clerk", error: nil, prompt: nil)
        faults = [Fault("reason", "Say why")]
        reason = Self.reason("", faults)
        forms = Forms(isLocked: true, hasSecondFactor: true)
        link = "http://localhost:8080/admin/invitations/abc"
        notice = Notice(kind: .success, text: "The account is open.")
    }

    static let sample = StaffAccountPage()
    private static let shape = Shape(
        "accountsAddress", "profileAddress", "name", "facts", "link", "isOwn", "role", "roleAddress", "invitationAddress",
        "hasPassword", "unlockAddress", "factorRemovalAddress", "reason", "deactivationAddress", "reactivationAddress")
    var value: Value {
        let isOpen = !forms.isOwn && forms.isActive
        return Self.shape(
            .text(Link.staffAccounts.address), .text(Link.staffProfile.address), .text(name), .list(facts.map(\.value)),
            .optional(link), .flag(forms.isOwn), role.content, address(.staffRole(id), isOpen),
            address(.staffInvitation(id), isOpen), .flag(forms.hasPassword),
            address(.staffUnlocking(id), isOpen && forms.isLocked),
            address(.staffFactorRemoval(id), isOpen && forms.hasSecondFactor), reason.content,
            address(.staffDeactivation(id), isOpen), address(.staffReactivation(id), !forms.isOwn && !forms.isActive))
    }

    private func address(_ link: Link, _ isThere: Bool) -> Value { isThere ? .text(link.address) : .nothing }
}
