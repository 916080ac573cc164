import Mustache
import Permitting
import Storage

/// "Profile": who one is to the office, the second factor, and a new password.
struct StaffProfilePage: Page {
    static let template = "StaffProfile/Profile"
    let facts: [Fact]
    let hasSecondFactor: Bool
    let rules: [String]
    let fields: [Field]
    let faults: [Fault]
    let notice: Notice?

    init(_ account: StaffStore.Credentials, _ context: Context, faults: [Fault] = [], notice: Notice? = nil) {
        self.init(account.member, hasSecondFactor: account.hasSecondFactor, faults: faults, notice: notice)
    }

    private init(_ member: StaffMember, hasSecondFactor: Bool, faults: [Fault], notice: Notice?) {
        facts = [Fact("Name", member.name), Fact("Email", member.email), Fact("Role", member.role.label)]
        self.hasSecondFactor = hasSecondFactor
        rules = StaffPassword.rule(hasSecondFactor: hasSecondFactor).sentences
        fields = [OwnPassword.input(faults)] + NewPassword.fields(faults, need: .required)
        self.faults = faults
        self.notice = notice
    }

    static let sample = StaffProfilePage(
        StaffMember(id: 1, email: "clerk@example.com", name: "Casey Clerk", role: .clerk), hasSecondFactor: true,
        faults: [Fault("password", "Type a password")], notice: Notice(kind: .success, text: "Your password is changed."))

    private static let shape = Shape(
        "action", "facts", "hasSecondFactor", "secondFactorAddress", "sessionsAddress", "rules", "fields")
    var value: Value {
        Self.shape(
            .text(Link.staffProfile.address), .list(facts.map(\.value)), .flag(hasSecondFactor),
            .text(Link.secondFactor.address), .text(Link.staffSessions.address), .list(rules.map { .text($0) }),
            .list(fields.map(\.content)))
    }
}
