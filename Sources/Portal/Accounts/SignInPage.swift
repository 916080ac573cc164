import Mustache
import Permitting

/// The sign-in form as a page of its own.
struct SignInPage: Page {
    static let template = "Accounts/SignIn"
    let address: String
    let contractors: String
    let next: String?
    let company: Value
    let hasList: Bool
    let password: Value
    let offersRememberMe: Bool
    let newAccounts: [String]
    let faults: [Fault]
    let notice: Notice?

    init(context: Context, company: String = "", next: String? = nil, notice: Notice? = nil, faults: [Fault] = []) throws {
        let label = context.agency.signIn.companyLabel
        let listed = try CompanyList(context: context).companies
        let control: Value
        if let listed {
            let options = listed.map { Choice.Option(value: String($0.id), label: $0.label) }
            var choice = Choice(name: "company", label: label, options: options, selected: company)
            choice.error = faults.text("company")
            choice.prompt = "Choose your company"
            control = choice.content
        } else {
            var field = Field("company", label)
            field.value = company
            field.hint = "Company name or licence number"
            field.error = faults.text("company")
            field.autocomplete = "username"
            control = field.content
        }
        self.init(
            contractors: context.agency.signIn.contractorsCalled, next: next, company: control, hasList: listed != nil,
            faults: faults, notice: notice, canRemember: context.agency.signIn.offersRememberMe,
            newAccounts: context.agency.office.newAccounts)
    }

    private init(
        contractors: String, next: String?, company: Value, hasList: Bool, faults: [Fault], notice: Notice?, canRemember: Bool,
        newAccounts: [String]
    ) {
        address = Link.login.address
        self.contractors = contractors
        self.next = next
        self.company = company
        self.hasList = hasList
        self.faults = faults
        self.notice = notice
        offersRememberMe = canRemember
        self.newAccounts = newAccounts
        var password = Field("password", "Password")
        password.type = "password"
        password.autocomplete = "current-password"
        password.error = faults.text("password")
        self.password = password.content
    }

    static func lost(_ what: String) -> Notice {
        PortalError.Sent(rawValue: what) == .kept ? keptForm : lostForm
    }

    static let keptForm = Notice(
        kind: .warning,
        text: "You were signed out, so what you sent was not saved. Sign in, and your form comes back as you had typed it.")
    static let lostForm = Notice(
        kind: .warning, text: "You are signed out, so what you sent was not saved. Sign in and send it again.")
    static let hasNewPassword = Notice(kind: .success, text: "Your new password is set. Sign in with it.")

    static let sample = SignInPage(
        contractors: "Contractor", next: "/profile",
        company: Choice(name: "company", label: "Company", options: [.init(value: "1", label: "RICH CONTRACTOR")]).content,
        hasList: true, faults: [Fault("password", "Type your password")], notice: lostForm, canRemember: true,
        newAccounts: ["Call the office for a PIN."])

    private static let shape = Shape(
        "address", "contractors", "nextPage", "company", "hasList", "password", "offersRememberMe",
        "hasNewAccounts", "newAccounts")
    var value: Value {
        Self.shape(
            .text(address), .text(contractors), .optional(next), company, .flag(hasList), password, .flag(offersRememberMe),
            .flag(!newAccounts.isEmpty), .list(newAccounts.map { .text($0) }))
    }
}
