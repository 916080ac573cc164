/// Who may sign in and how, in the agency's words.
public struct AgencySignIn: Sendable {
    /// "Contractor"
    public let contractorsCalled: String
    /// The label of the company's field: "Company".
    public let companyLabel: String
    /// Whether companies are chosen from a list; a setting that tells everyone who has an account.
    public let listsCompanies: Bool
    public let asksSecurityQuestion: Bool
    public let password: PasswordRule
    public let lockout: Lockout
    /// Whether a session may outlive the browser, for whoever ticks "Remember Me".
    public let offersRememberMe: Bool
    public let publicAccounts: PublicAccounts

    init(_ object: AgencyFileObject) throws {
        contractorsCalled = try object.text("contractorsCalled")
        companyLabel = try object.text("companyLabel")
        listsCompanies = try object.flag("listsCompanies")
        asksSecurityQuestion = try object.flag("securityQuestion")
        password = try object.object("password", PasswordRule.init)
        offersRememberMe = try object.flag("rememberMe")
        let known = PublicAccounts.allCases.map(\.rawValue).joined(separator: ", ")
        publicAccounts = try object.parsed("publicAccounts", as: "one of \(known)", PublicAccounts.init(rawValue:))
        lockout = try object.object("lockout") { lockout in
            Lockout(
                failures: try lockout.number("failures", in: 3...100), minutes: try lockout.number("minutes", in: 1...1_440))
        }
    }
}

extension PasswordRule {
    init(_ object: AgencyFileObject) throws {
        let minimum = try object.number("minimum", in: 4...PasswordRule.longest)
        let maximum = try object.number("maximum", in: 4...PasswordRule.longest)
        guard minimum <= maximum else { throw object.error("maximum", "\(maximum) is below the minimum of \(minimum)") }
        let special = try object.flag("special")
        let plain = try object.flag("lettersAndDigitsOnly")
        guard !(special && plain) else {
            throw object.error("lettersAndDigitsOnly", "this contradicts \"special\": no password could satisfy both")
        }
        self.init(
            minimum: minimum, maximum: maximum, needsLetter: try object.flag("letter"), needsDigit: try object.flag("digit"),
            needsSpecialCharacter: special, lettersAndDigitsOnly: plain)
    }
}
