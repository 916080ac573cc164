import Mustache
import Permitting

/// What will be done, before it is: the same for every address.
struct ForgotPasswordNoticePage: Page {
    static let template = "Accounts/ForgotPasswordNotice"
    /// What its button sends.
    static let step = "continue"

    let email: String
    let accountType: String
    /// As the form sends it.
    let kind: String

    init(email: String, kind: String?, signIn: AgencySignIn) {
        let isPublic = signIn.offersPublicAccounts && kind == "public"
        self.init(
            email: email, accountType: isPublic ? "Public" : signIn.contractorsCalled, kind: isPublic ? "public" : "contractor")
    }

    private init(email: String, accountType: String, kind: String) {
        self.email = email
        self.accountType = accountType
        self.kind = kind
    }

    static let sample = ForgotPasswordNoticePage(email: "rich@example.com", accountType: "Contractor", kind: "contractor")
    private static let shape = Shape("action", "email", "accountType", "kind", "step", "backLink")
    var value: Value {
        Self.shape(
            .text(Link.forgotPassword.address), .text(email), .text(accountType), .text(kind), .text(Self.step),
            .text(Link.forgotPassword.address))
    }
}
