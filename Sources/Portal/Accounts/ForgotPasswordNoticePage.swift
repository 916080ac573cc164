import Mustache

/// What will be done, before it is: the same for every address.
struct ForgotPasswordNoticePage: Page {
    static let template = "Accounts/ForgotPasswordNotice"
    /// What its button sends.
    static let step = "continue"

    let email: String
    let type: AccountType

    static let sample = ForgotPasswordNoticePage(
        email: "rich@example.com", type: AccountType(kind: .company, label: "CONTRACTOR"))
    private static let shape = Shape("action", "email", "kind", "kindLabel", "step", "backLink")
    var value: Value {
        Self.shape(
            .text(Link.forgotPassword.address), .text(email), .text(type.kind.rawValue), .text(type.label),
            .text(Self.step),
            .text(Link.forgotPassword.address))
    }
}
