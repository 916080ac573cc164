import Mustache
import Permitting

/// "Setup an Account": a homeowner or anybody else asks for an account.
struct SignUpPage: Page {
    static let template = "PublicAccounts/New"
    let fields: [Field]
    let passwordFields: [Field]
    let rules: [String]
    let rights: String
    let sendsMail: Bool
    let telephone: String
    let faults: [Fault]

    init(_ context: Context, typed: SignUpForm? = nil, faults: [Fault] = []) {
        let signIn = context.agency.signIn
        self.init(
            typed: typed, rules: signIn.password.sentences, rights: signIn.publicAccounts.words,
            sendsMail: context.site.configuration.sendsMail, telephone: context.agency.office.telephone, faults: faults)
    }

    private init(
        typed: SignUpForm?, rules: [String], rights: String, sendsMail: Bool, telephone: String, faults: [Fault]
    ) {
        self.rules = rules
        self.rights = rights
        self.sendsMail = sendsMail
        self.telephone = telephone
        self.faults = faults
        fields = SignUpForm.fields.map { known in
            var field = Field(known: known, value: typed?.values[known.name] ?? "", faults: faults)
            if known.name == "email" { field.hint = "You sign in with it. We send a link there that opens the account." }
            return field
        }
        passwordFields = NewPassword.fields(faults, need: .required)
    }

    static let sample = SignUpPage(
        typed: nil, rules: ["Minimum of 6 characters"], rights: PublicAccounts.view.words, sendsMail: false,
        telephone: "208-446-1040", faults: [Fault("name", "Fill in Name")])

    private static let shape = Shape("action", "fields", "passwordFields", "rules", "rights", "isMailKept", "telephone")
    var value: Value {
        Self.shape(
            .text(Link.signUp.address), .list(fields.map(\.content)), .list(passwordFields.map(\.content)),
            .list(rules.map { .text($0) }), .text(rights), .flag(!sendsMail), .text(telephone))
    }
}

extension PublicAccounts {
    /// What a public user may do with a permit that he linked, as a sentence.
    var words: String {
        switch self {
        case .none: ""
        case .view: "You link permits by their numbers and follow them on a dashboard of your own."
        case .viewAndPay: "You link permits by their numbers, follow them on a dashboard of your own and pay their fees."
        case .asContractor:
            "You link permits by their numbers, follow them on a dashboard of your own, pay their fees, ask for inspections and send plans and documents."
        }
    }
}
