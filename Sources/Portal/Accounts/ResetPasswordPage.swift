import Credentials
import Mustache
import Permitting
import Storage

/// The accounts under an address, all ticked, and one new password for them.
struct ResetPasswordPage: Page {
    static let template = "Accounts/ResetPassword"

    struct Account: Sendable {
        let key: String
        let label: String
        let isChecked: Bool
        let error: String?
        /// Asked where the agency has security questions.
        let question: (text: String, answer: Field)?
    }

    let action: String
    let accounts: [Account]
    let fields: [Field]
    let rules: [String]
    let faults: [Fault]

    init(
        token: RandomToken, accounts: [ForgottenAccount], agency: Agency, form: ResetPasswordForm? = nil,
        faults: [Fault] = []
    ) {
        self.init(
            token: token.text, rules: agency.signIn.password.sentences,
            accounts: accounts.map { account in
                Account(
                    key: account.key, label: account.label, isChecked: form?.isChosen(account) ?? true,
                    error: faults.text("account-\(account.key)"),
                    question: account.question.map {
                        ($0.text, Self.answer(ResetPasswordForm.field(account), account.label, faults))
                    })
            }, faults: faults)
    }

    private init(token: String, rules: [String], accounts: [Account], faults: [Fault]) {
        action = Link.resetPassword(token).address
        self.accounts = accounts
        self.rules = rules
        self.faults = faults
        fields = NewPassword.fields(faults, need: .required)
    }

    private static func answer(_ name: String, _ label: String, _ faults: [Fault]) -> Field {
        var field = Field(name, "Secret Answer for \(label)")
        field.type = "password"
        field.need = .plain
        field.autocomplete = "off"
        field.error = faults.text(field.name)
        return field
    }

    static let sample = ResetPasswordPage(
        token: "abc", rules: ["Minimum of 6 characters"],
        accounts: [
            Account(
                key: "1", label: "RICH CONTRACTOR (AEC0119)", isChecked: true, error: "Tick one",
                question: ("CAR", answer("answer-1", "RICH CONTRACTOR (AEC0119)", [])))
        ], faults: [Fault("account-1", "Tick one")])

    private static let shape = Shape("action", "accounts", "fields", "rules")
    private static let accountShape = Shape(
        "id", "name", "value", "label", "hint", "error", "isRequired", "isChecked", "question")
    private static let questionShape = Shape("text", "answer")
    var value: Value {
        Self.shape(
            .text(action),
            .list(
                accounts.map { account in
                    Self.accountShape(
                        .text("account-\(account.key)"), "account", .text(account.key), .text(account.label), .nothing,
                        .optional(account.error), false, .flag(account.isChecked),
                        account.question.map { Self.questionShape(.text($0.text), $0.answer.content) } ?? .nothing)
                }), .list(fields.map(\.content)), .list(rules.map { .text($0) }))
    }
}
