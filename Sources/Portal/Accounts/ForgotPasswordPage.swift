import Mustache
import Permitting

/// "Forgot Password": the account type and the mail address.
struct ForgotPasswordPage: Page {
    static let template = "Accounts/ForgotPassword"
    let contractors: String
    /// Chosen where there are public users too; it changes nothing in what is mailed.
    let accountType: Choice?
    let email: Field
    let sendsMail: Bool
    let telephone: String
    let faults: [Fault]

    init(context: Context, email: String = "", kind: String? = nil, faults: [Fault] = []) {
        self.init(
            contractors: context.agency.signIn.contractorsCalled,
            kind: context.agency.signIn.offersPublicAccounts ? kind ?? "contractor" : nil, email: email,
            sendsMail: context.site.configuration.sendsMail,
            telephone: context.agency.office.telephone, faults: faults)
    }

    private init(
        contractors: String, kind: String?, email typed: String, sendsMail: Bool, telephone: String, faults: [Fault]
    ) {
        accountType = kind.map { kind in
            Choice(
                name: "kind", label: "Account type",
                options: [.init(value: "public", label: "Public"), .init(value: "contractor", label: contractors)],
                selected: kind)
        }
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
        contractors: "Contractor", kind: "public", email: "rich@example.com", sendsMail: false, telephone: "208-446-1040",
        faults: [Fault("email", "Type your email")])

    private static let shape = Shape("action", "contractors", "accountType", "email", "isMailKept", "telephone")
    var value: Value {
        Self.shape(
            .text(Link.forgotPassword.address), .text(contractors), accountType?.content ?? .nothing, email.content,
            .flag(!sendsMail), .text(telephone))
    }
}
