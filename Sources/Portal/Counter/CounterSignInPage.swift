import Mustache
import Permitting

/// The office's own sign-in.
struct CounterSignInPage: Page {
    static let template = "Counter/SignIn"
    let email: Field
    let password: Field
    let telephone: String
    let faults: [Fault]

    init(agency: Agency, email: String = "", faults: [Fault] = []) {
        self.init(telephone: agency.office.telephone, email: email, faults: faults)
    }

    private init(telephone: String, email typed: String, faults: [Fault]) {
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
        self.telephone = telephone
        self.faults = faults
    }

    static let sample = CounterSignInPage(
        telephone: "208-446-1040", email: "clerk@example.com", faults: [Fault("password", "Not right")])
    private static let shape = Shape("action", "email", "password", "telephone")
    var value: Value { Self.shape(.text(Link.counterLogin.address), email.content, password.content, .text(telephone)) }
}
