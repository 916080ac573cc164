import Mustache

/// The office's own sign-in.
struct CounterSignInPage: Page {
    static let template = "Counter/SignIn"
    let email: Field
    let password: Field
    let faults: [Fault]

    init(email typed: String = "", faults: [Fault] = []) {
        var email = Field("email", "Email")
        email.type = "email"
        email.value = typed
        email.autocomplete = "username"
        var password = Field("password", "Password")
        password.type = "password"
        password.autocomplete = "current-password"
        password.error = faults.text("password")
        self.email = email
        self.password = password
        self.faults = faults
    }

    static let sample = CounterSignInPage(email: "clerk@example.com", faults: [Fault("password", "Not right")])
    private static let shape = Shape("action", "email", "password")
    var value: Value { Self.shape(.text(Link.counterLogin.address), email.content, password.content) }
}
