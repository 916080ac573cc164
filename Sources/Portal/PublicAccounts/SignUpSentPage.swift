import Mustache
import Permitting

/// What everybody reads who asked for an account, whether or not the address has one.
struct SignUpSentPage: Page {
    static let template = "PublicAccounts/Sent"
    let telephone: String

    static let sample = SignUpSentPage(telephone: "208-446-1040")
    private static let shape = Shape("telephone", "hours", "forgotAddress")
    var value: Value {
        Self.shape(.text(telephone), .text(String(EmailConfirmation.linkMinutes / 60)), .text(Link.forgotPassword.address))
    }
}
