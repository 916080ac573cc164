import Mustache
import Permitting

/// "Forgot Password": the account type and the mail address.
struct ForgotPasswordPage: Page {
    static let template = "Accounts/ForgotPassword"
    let kind: Choice
    let email: Field
    let sendsMail: Bool
    let telephone: String
    let faults: [Fault]

    /// - Parameter kind: As it was sent: the account type's raw value.
    init(context: Context, kind: String = "", email: String = "", faults: [Fault] = []) {
        let options = context.agency.signIn.accountTypes.map { Choice.Option(value: $0.kind.rawValue, label: $0.label) }
        self.init(
            options: options, kind: kind, email: email, sendsMail: context.site.configuration.sendsMail,
            telephone: context.agency.office.telephone, faults: faults)
    }

    private init(
        options: [Choice.Option], kind: String, email typed: String, sendsMail: Bool, telephone: String, faults: [Fault]
    ) {
        self.kind = Choice(
            name: "kind", label: "Account type", options: options, selected: kind, error: faults.text("kind"))
        var email = Field("email", "Email")
        email.type = "email"
        email.value = typed
        email.hint = "The address that the office has on file."
        email.autocomplete = "email"
        email.maxlength = 254
        email.error = faults.text("email")
        self.email = email
        self.sendsMail = sendsMail
        self.telephone = telephone
        self.faults = faults
    }

    static let sample = ForgotPasswordPage(
        options: [Choice.Option(value: "company", label: "CONTRACTOR")], kind: "company", email: "rich@example.com",
        sendsMail: false, telephone: "208-446-1040",
        faults: [Fault("email", "Type your email")])

    private static let shape = Shape("action", "kind", "email", "isMailKept", "telephone")
    var value: Value {
        Self.shape(
            .text(Link.forgotPassword.address), kind.content, email.content, .flag(!sendsMail), .text(telephone))
    }
}
