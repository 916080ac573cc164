import Mustache
import Permitting

/// Where somebody takes up a company's invitation: with a new password, or with the one of the login they have already.
struct MemberAcceptancePage: Page {
    static let template = "Members/Acceptance"
    let token: String
    let name: String
    let company: String
    let email: String
    let hasLogin: Bool
    let rules: [String]
    let fields: [Field]
    let faults: [Fault]

    init(
        token: String, member: Member, company: String, hasLogin: Bool, rule: PasswordRule, faults: [Fault] = []
    ) {
        self.init(
            token: token, name: member.name, company: company, email: member.email, hasLogin: hasLogin, rules: rule.sentences,
            faults: faults)
    }

    private init(
        token: String, name: String, company: String, email: String, hasLogin: Bool, rules: [String], faults: [Fault]
    ) {
        self.token = token
        self.name = name
        self.company = company
        self.email = email
        self.hasLogin = hasLogin
        self.rules = rules
        self.faults = faults
        var current = Field("password", "Password")
        current.type = "password"
        current.autocomplete = "current-password"
        current.error = faults.text("password")
        fields = hasLogin ? [current] : NewPassword.fields(faults, need: .required)
    }

    static let sample = MemberAcceptancePage(
        token: "abc", name: "PAT PLUMBER", company: "RICH CONTRACTOR", email: "pat@example.com", hasLogin: true,
        rules: ["Minimum of 6 characters"], faults: [Fault("password", "Type a password")])
    private static let shape = Shape("action", "name", "company", "email", "hasLogin", "forgotAddress", "rules", "fields")
    var value: Value {
        Self.shape(
            .text(Link.memberAcceptance(token).address), .text(name), .text(company), .text(email), .flag(hasLogin),
            .text(Link.forgotPassword.address), .list(rules.map { .text($0) }), .list(fields.map(\.content)))
    }
}
