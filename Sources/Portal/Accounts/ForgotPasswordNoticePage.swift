import Mustache

/// What will be done, before it is: the same for every address.
struct ForgotPasswordNoticePage: Page {
    static let template = "Accounts/ForgotPasswordNotice"
    /// What its button sends.
    static let step = "continue"

    let email: String
    let contractors: String

    static let sample = ForgotPasswordNoticePage(email: "rich@example.com", contractors: "Contractor")
    private static let shape = Shape("action", "email", "contractors", "step", "backLink")
    var value: Value {
        Self.shape(
            .text(Link.forgotPassword.address), .text(email), .text(contractors), .text(Self.step),
            .text(Link.forgotPassword.address))
    }
}
