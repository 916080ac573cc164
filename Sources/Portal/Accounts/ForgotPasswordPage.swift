import Mustache
import Permitting

/// "Forgot Password": the account type and the mail address.
struct ForgotPasswordPage: Page {
    static let template = "Accounts/ForgotPassword"
    let contractors: String
    let email: Field
    let sendsMail: Bool
    let telephone: String
    let faults: [Fault]

    init(context: Context, email: String = "", faults: [Fault] = []) {
        self.init(
            contractors: context.agency.signIn.contractorsCalled, email: email, sendsMail: context.site.configuration.sendsMail,
            telephone: context.agency.office.telephone, faults: faults)
    }

    private init(contractors: String, email typed: String, sendsMail: Bool, telephone: String, faults: [Fault]) {
        var email = Field("email", "Email")
        email.type = "email"
        email.value = typed
        email.hint = "The address that the office has on file."
        email.autocomplete = "email"
        email.maxlength = 254
        email.error = faults.text("email")
        self.email = email
        self.contractors = contractors
        self.sendsMail = sendsMail
        self.telephone = telephone
        self.faults = faults
    }

    static let sample = ForgotPasswordPage(
        contractors: "Contractor", email: "rich@example.com", sendsMail: false, telephone: "208-446-1040",
        faults: [Fault("email", "Type your email")])

    private static let shape = Shape("action", "contractors", "email", "isMailKept", "telephone")
    var value: Value {
        Self.shape(
            .text(Link.forgotPassword.address), .text(contractors), email.content, .flag(!sendsMail), .text(telephone))
    }
}
