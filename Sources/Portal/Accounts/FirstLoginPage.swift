import Mustache
import Permitting

/// The set-up page after a first password: security question where the agency asks for one, and a password.
struct FirstLoginPage: Page {
    static let template = "Accounts/FirstLogin"
    let questionFields: [Field]
    let passwordFields: [Field]
    let rules: [String]
    /// What the visitor came with: "The PIN".
    let firstPassword: String
    let faults: [Fault]

    init(signIn: AgencySignIn, question: String = "", faults: [Fault] = []) {
        self.init(
            asksQuestion: signIn.asksSecurityQuestion, rules: signIn.password.sentences,
            firstPassword: signIn.firstPassword.subject, question: question, faults: faults)
    }

    private init(asksQuestion: Bool, rules: [String], firstPassword: String, question: String, faults: [Fault]) {
        self.rules = rules
        self.firstPassword = firstPassword
        self.faults = faults
        passwordFields = NewPassword.fields(faults, need: .required)
        guard asksQuestion else {
            questionFields = []
            return
        }
        var ask = Field("question", "Security Question")
        ask.value = question
        ask.hint = "In your own words. It proves who you are should you forget your password."
        ask.error = faults.text("question")
        ask.autocomplete = "off"
        ask.maxlength = SecurityQuestion.longest
        let answers = [("answer", "Secret Answer"), ("answer-again", "Re-enter Secret Answer")].map { name, label in
            var field = Field(name, label)
            field.type = "password"
            field.autocomplete = "off"
            field.error = faults.text(name)
            return field
        }
        questionFields = [ask] + answers
    }

    static let sample = FirstLoginPage(
        asksQuestion: true, rules: ["Minimum of 6 characters"], firstPassword: "The PIN", question: "CAR",
        faults: [Fault("password", "The password needs at least 6 characters")])

    private static let shape = Shape("action", "questionFields", "passwordFields", "rules", "firstPassword")
    var value: Value {
        Self.shape(
            .text(Link.firstLogin.address), .list(questionFields.map(\.content)), .list(passwordFields.map(\.content)),
            .list(rules.map { .text($0) }), .text(firstPassword))
    }
}
