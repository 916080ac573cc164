/// Who may sign in and how, in the agency's words.
public struct AgencySignIn: Sendable {
    /// "Contractor"
    public let contractorsCalled: String
    /// The label of the company's field: "Company".
    public let companyLabel: String
    /// Whether companies are chosen from a list; a setting that tells everyone who has an account.
    public let listsCompanies: Bool
    public let firstPassword: FirstPassword
    /// nil where there is no first password.
    public let afterFirstPassword: FirstPassword.Sequel?
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
        firstPassword = try object.parsed("firstPassword", as: Self.words(FirstPassword.self), FirstPassword.init(rawValue:))
        afterFirstPassword = try Self.sequel(of: firstPassword, object)
        asksSecurityQuestion = try object.flag("securityQuestion")
        guard !asksSecurityQuestion || afterFirstPassword == .setUp else {
            throw object.error("securityQuestion", "only the set-up page asks for one, and nobody comes to it")
        }
        password = try object.object("password", PasswordRule.init)
        offersRememberMe = try object.flag("rememberMe")
        let known = PublicAccounts.allCases.map(\.rawValue).joined(separator: ", ")
        publicAccounts = try object.parsed("publicAccounts", as: "one of \(known)", PublicAccounts.init(rawValue:))
        lockout = try object.object("lockout") { lockout in
            Lockout(
                failures: try lockout.number("failures", in: 3...100), minutes: try lockout.number("minutes", in: 1...1_440))
        }
    }

    private static func sequel(of first: FirstPassword, _ object: AgencyFileObject) throws -> FirstPassword.Sequel? {
        let key = "afterFirstPassword"
        if first == .resetLink {
            guard object.keys.contains(key) else { return nil }
            throw object.error(
                key, "with \"resetLink\" there is no first password that anything could come after: leave this key out")
        }
        let sequel = try object.parsed(key, as: words(FirstPassword.Sequel.self), FirstPassword.Sequel.init(rawValue:))
        guard first != .phone || sequel == .setUp else {
            throw object.error(key, "four digits that many people know may open nothing but the set-up page: \"setUp\"")
        }
        return sequel
    }

    /// "one of setUp, dashboard"
    private static func words<T: RawRepresentable<String> & CaseIterable>(_ type: T.Type) -> String {
        "one of " + type.allCases.map(\.rawValue).joined(separator: ", ")
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
