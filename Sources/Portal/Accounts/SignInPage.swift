import HTTP
import Mustache
import Permitting

/// The sign-in form as a page of its own. Where the agency's list of companies is too long to be shown, they are searched first.
struct SignInPage: Page {
    static let template = "Accounts/SignIn"
    let tabs: SignInTabs
    let contractors: String
    let next: String?
    let search: Search?
    let company: Company?
    /// Where companies are listed, people with logins of their own type their address here.
    let email: Field?
    let password: Field
    let offersRememberMe: Bool
    let newAccounts: [String]
    let faults: [Fault]
    let notice: Notice?

    struct Search: Sendable {
        let text: String
        let found: String?
        let error: String?
    }

    /// `search`: what found the companies to choose from.
    struct Company: Sendable {
        let control: Value
        let hasList: Bool
        var search: String?
    }

    /// `address`: what somebody with a login of their own typed.
    init(
        _ entry: CompanyEntry, _ context: Context, address: String = "", next: String? = nil, notice: Notice? = nil,
        faults: [Fault] = []
    ) {
        let signIn = context.agency.signIn
        let label = signIn.companyLabel
        var search: Search?
        let company: Company?
        switch entry.way {
        case .list(let listed): company = Self.select(listed, entry.company, label, faults)
        case .search(let text, let matches):
            search = Search(text: text, found: Self.count(text, matches.count), error: faults.text("find"))
            company =
                matches.isEmpty
                ? nil : Self.select(Array(matches.prefix(CompanyList.mostMatches)), entry.company, label, faults, search: text)
        case .typed:
            var field = Field("company", label)
            field.value = entry.company
            field.hint = "Company name, licence number or email"
            field.error = faults.text("company")
            field.autocomplete = "username"
            company = Company(control: field.content, hasList: false)
        }
        self.init(
            SignInTabs(context, isPublic: false, next: next), contractors: signIn.contractorsCalled, next: next, search: search,
            company: company, email: entry.isTyped ? nil : Self.email(address, faults), hint: signIn.firstPassword.hint,
            canRemember: signIn.offersRememberMe, newAccounts: context.agency.office.newAccounts, faults: faults, notice: notice)
    }

    private init(
        _ tabs: SignInTabs, contractors: String, next: String?, search: Search?, company: Company?, email: Field?, hint: String,
        canRemember: Bool, newAccounts: [String], faults: [Fault], notice: Notice?
    ) {
        self.tabs = tabs
        self.contractors = contractors
        self.next = next
        self.search = search
        self.company = company
        self.email = email
        self.faults = faults
        self.notice = notice
        offersRememberMe = canRemember
        self.newAccounts = newAccounts
        var password = Field("password", "Password")
        password.type = "password"
        password.autocomplete = "current-password"
        password.hint = hint
        password.error = faults.text("password")
        self.password = password
    }

    private static func select(
        _ companies: [CompanyList.Company], _ selected: String, _ label: String, _ faults: [Fault], search: String? = nil
    ) -> Company {
        let options = companies.map { Choice.Option(value: String($0.id), label: $0.label) }
        var choice = Choice(name: "company", label: label, options: options)
        // The only one that a search found is the one that was meant.
        choice.selected = search != nil && options.count == 1 ? options[0].value : selected
        choice.error = faults.text("company")
        choice.prompt = "Choose your company"
        // Whoever has a login of their own types an address instead.
        choice.isRequired = false
        return Company(control: choice.content, hasList: true, search: search)
    }

    private static func count(_ text: String, _ count: Int) -> String? {
        switch count {
        case _ where text.isEmpty: nil
        case 0: "No company that can sign in has this in its name or licence number."
        case 1: "1 company was found."
        case ...CompanyList.mostMatches: "\(count) companies were found."
        default: "More than \(CompanyList.mostMatches) companies were found. Type more of the name, or the licence number."
        }
    }

    private static func email(_ typed: String, _ faults: [Fault]) -> Field {
        var email = Field("email", "Email")
        (email.type, email.value, email.maxlength) = ("email", typed, 254)
        email.hint = "Only if you have a login of your own. Then the company need not be chosen."
        email.need = .optional
        email.autocomplete = "username"
        email.error = faults.text("email")
        return email
    }

    static let hasJoined = Notice(
        kind: .success, text: "You have joined. Sign in with your email address and your password.")

    static func lost(_ what: String) -> Notice {
        PortalError.Sent(rawValue: what) == .kept ? keptForm : lostForm
    }

    static let keptForm = Notice(
        kind: .warning,
        text: "You were signed out, so what you sent was not saved. Sign in, and your form comes back as you had typed it.")
    static let lostForm = Notice(
        kind: .warning, text: "You are signed out, so what you sent was not saved. Sign in and send it again.")
    static let hasNewPassword = Notice(kind: .success, text: "Your new password is set. Sign in with it.")

    static let hasNewEmail = Notice(kind: .success, text: "Your new address is confirmed.")

    /// What was done before one came to sign in, as it stands in the address.
    static func notice(_ query: FormFields) -> Notice? {
        if let what = query["lost"] { return lost(what) }
        if query["reset"] != nil { return hasNewPassword }
        if query["joined"] != nil { return hasJoined }
        switch query["confirmed"] {
        case "account": return PublicSignInPage.hasAccount
        case "email": return hasNewEmail
        default: return nil
        }
    }

    static let sample = SignInPage(
        .sample, contractors: "Contractor", next: "/profile",
        search: Search(text: "RICH", found: "1 company was found.", error: "Type part of your company's name"),
        company: select(
            [CompanyList.Company(id: 1, label: "RICH CONTRACTOR (AEC0119)")], "1", "Company", [Fault("company", "Locked")],
            search: "RICH"),
        email: email("", []), hint: FirstPassword.pin.hint, canRemember: true, newAccounts: ["Call the office for a PIN."],
        faults: [Fault("password", "Type your password")], notice: lostForm)

    private static let shape = Shape(
        "address", "accountTypes", "contractors", "nextPage", "search", "company", "hasList", "foundBy", "email", "password",
        "offersRememberMe",
        "hasNewAccounts", "newAccounts")
    private static let searchShape = Shape("label", "text", "found", "error")
    var value: Value {
        Self.shape(
            .text(Link.login.address), tabs.value, .text(contractors), .optional(next),
            search.map { search in
                Self.searchShape("Find your company", .filled(search.text), .optional(search.found), .optional(search.error))
            } ?? .nothing, company?.control ?? .nothing, .flag(company?.hasList == true), .optional(company?.search),
            email?.content ?? .nothing, password.content, .flag(offersRememberMe), .flag(!newAccounts.isEmpty),
            .list(newAccounts.map { .text($0) }))
    }
}
