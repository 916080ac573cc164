import Credentials
import Mustache
import Permitting

/// The page behind the link in the mail: a button, because programs that look through mail open links too.
struct ConfirmationPage: Page {
    static let template = "PublicAccounts/Confirmation"
    let action: String
    let name: String
    let email: String
    let isNew: Bool

    init(_ token: RandomToken, name: String, email: String, isNew: Bool) {
        self.init(token: token.text, name: name, email: email, isNew: isNew)
    }

    private init(token: String, name: String, email: String, isNew: Bool) {
        action = Link.confirmation(token).address
        self.name = name
        self.email = email
        self.isNew = isNew
    }

    static let sample = ConfirmationPage(token: "abc", name: "PAT HOMEOWNER", email: "pat@example.com", isNew: true)
    private static let shape = Shape("action", "name", "email", "isNew")
    var value: Value { Self.shape(.text(action), .text(name), .text(email), .flag(isNew)) }
}
