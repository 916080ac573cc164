import Mustache
import Permitting

/// Where somebody new at the office sets a password.
struct InvitationPage: Page {
    static let template = "Counter/Invitation"
    /// The office's own people have no guide to follow: at least 15 characters, no rules of composition (NIST SP 800-63B-4 §3.1.1.2).
    static let rule = PasswordRule(
        minimum: 15, maximum: PasswordRule.longest, needsLetter: false, needsDigit: false, needsSpecialCharacter: false,
        lettersAndDigitsOnly: false)

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

    static let sample = InvitationPage(token: "abc", name: "Casey Clerk", rule: rule)
    private static let shape = Shape("action", "name", "rules", "fields")
    var value: Value {
        Self.shape(
            .text(Link.invitation(token).address), .text(name), .list(rules.map { .text($0) }), .list(fields.map(\.content)))
    }
}
