import Mustache
import Permitting

/// What everybody reads after asking for a new password.
struct ForgotPasswordSentPage: Page {
    static let template = "Accounts/ForgotPasswordSent"
    let telephone: String

    static let sample = ForgotPasswordSentPage(telephone: "208-446-1040")
    private static let shape = Shape("telephone", "minutes")
    var value: Value { Self.shape(.text(telephone), .text(String(PasswordReset.linkMinutes))) }
}
