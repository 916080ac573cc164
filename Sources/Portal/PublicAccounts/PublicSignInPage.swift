import Mustache
import Permitting

/// The public users' sign-in form as a page of its own.
struct PublicSignInPage: Page {
    static let template = "PublicAccounts/SignIn"
    let accountTypes: SignInTabs
    let next: String?
    let username: Field
    let password: Field
    let offersRememberMe: Bool
    let faults: [Fault]
    let notice: Notice?

    init(_ context: Context, username: String = "", next: String?, notice: Notice? = nil, faults: [Fault] = []) {
        self.init(
            SignInTabs(context, isPublic: true, next: next), username: username, next: next,
            canRemember: context.agency.signIn.offersRememberMe, notice: notice, faults: faults)
    }

    private init(
        _ types: SignInTabs, username typed: String, next: String?, canRemember: Bool, notice: Notice?, faults: [Fault]
    ) {
        accountTypes = types
        self.next = next
        self.faults = faults
        self.notice = notice
        offersRememberMe = canRemember
        var username = Field("username", "Name or email")
        username.value = typed
        username.autocomplete = "username"
        username.error = faults.text("username")
        self.username = username
        var password = Field("password", "Password")
        password.type = "password"
        password.autocomplete = "current-password"
        password.error = faults.text("password")
        self.password = password
    }

    static let hasAccount = Notice(kind: .success, text: "Your account is open. Sign in with your address and your password.")

    static let sample = PublicSignInPage(
        .sample, username: "pat@example.com", next: "/permits/link", canRemember: true, notice: hasAccount,
        faults: [Fault("password", "Type your password")])

    private static let shape = Shape(
        "address", "accountTypes", "nextPage", "username", "password", "offersRememberMe", "signUpAddress")
    var value: Value {
        Self.shape(
            .text(Link.login.address), accountTypes.value, .optional(next), username.content, password.content,
            .flag(offersRememberMe), .text(Link.signUp.address))
    }
}
