import Mustache
import Permitting

/// Where somebody of the office sets a password, for the first time or because it was forgotten.
struct InvitationPage: Page {
    static let template = "Counter/Invitation"
    let token: String
    let name: String
    let rules: [String]
    let fields: [Field]
    let faults: [Fault]

    init(token: String, name: String, rule: PasswordRule, faults: [Fault] = []) {
        self.token = token
        self.name = name
        rules = rule.sentences
        fields = NewPassword.fields(faults, need: .required)
        self.faults = faults
    }

    static let sample = InvitationPage(token: "abc", name: "Casey Clerk", rule: StaffPassword.rule(hasSecondFactor: false))
    private static let shape = Shape("action", "name", "rules", "fields")
    var value: Value {
        Self.shape(
            .text(Link.invitation(token).address), .text(name), .list(rules.map { .text($0) }), .list(fields.map(\.content)))
    }
}
