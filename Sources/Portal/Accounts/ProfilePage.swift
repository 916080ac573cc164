import Mustache
import Permitting

/// "Edit Information": profile, password and security question on one page with one SAVE.
struct ProfilePage: Page {
    static let template = "Accounts/Profile"
    /// nil for a public user, who has no licence and gives his name himself.
    let company: Company?
    /// The mail address that waits to be confirmed.
    let waiting: String?
    let profileFields: [Field]
    let passwordFields: [Field]
    let question: String
    let questionFields: [Field]
    let rules: [String]
    let links: [ProfileLink]
    let faults: [Fault]
    let notice: Notice?

    /// What the office has on file and nobody else changes.
    struct Company: Sendable {
        let name: String
        let license: String
    }

    init(
        contractor: Contractor, kind: Account.Kind, question: String, signIn: AgencySignIn, links: [ProfileLink],
        firstPassword: String? = nil, waiting: String?, typed: ProfileForm? = nil, faults: [Fault] = [], notice: Notice? = nil
    ) {
        self.init(
            contractor: contractor, kind: kind,
            question: signIn.asksSecurityQuestion && kind == .company ? question : "", rules: signIn.password.sentences,
            links: links, firstPassword: firstPassword, waiting: waiting, typed: typed, faults: faults, notice: notice)
    }

    private init(
        contractor: Contractor, kind: Account.Kind, question: String, rules: [String], links: [ProfileLink],
        firstPassword: String?, waiting: String?, typed: ProfileForm?, faults: [Fault], notice: Notice?
    ) {
        company = kind == .company ? Company(name: contractor.companyName, license: contractor.license) : nil
        self.waiting = waiting
        self.question = question
        self.rules = rules
        self.links = links
        self.faults = faults
        self.notice = notice
        profileFields = ProfileForm.fields(of: kind).map {
            Field(known: $0, value: typed?.values[$0.name] ?? contractor.value($0.name), faults: faults)
        }
        var current = Field("current-password", "Current Password")
        current.type = "password"
        current.need = .plain
        current.autocomplete = "current-password"
        current.hint =
            "Needed for a new email or a new password."
            + (firstPassword.map { " As long as you have set none: your \($0)." } ?? "")
        current.error = faults.text("current-password")
        passwordFields = [current] + NewPassword.fields(faults, need: .plain)
        questionFields = question.isEmpty ? [] : Self.questions(typed, faults)
    }

    private static func questions(_ typed: ProfileForm?, _ faults: [Fault]) -> [Field] {
        let labels = [
            ("current-answer", "Enter Current Secret Answer"), ("question", "Enter New Security Question"),
            ("answer", "Enter Secret Answer"), ("answer-again", "Re-enter New Secret Answer"),
        ]
        return labels.map { name, label in
            var field = Field(name, label)
            field.type = name == "question" ? "text" : "password"
            field.value = name == "question" ? typed?.question ?? "" : ""
            field.need = .plain
            field.autocomplete = "off"
            field.error = faults.text(name)
            return field
        }
    }

    static let saved = Notice(kind: .success, text: "Your information is saved.")
    static let sample = ProfilePage(
        contractor: Contractor(id: 1, companyName: "RICH CONTRACTOR", license: "AEC0119"), kind: .company, question: "CAR",
        rules: ["Minimum of 6 characters"], links: [ProfileLink("Your sessions", .sessions)], firstPassword: "PIN",
        waiting: "new@example.com", typed: nil, faults: [Fault("zip", "Fill in Zip")], notice: saved)

    private static let companyShape = Shape("name", "license")
    private static let waitingShape = Shape("email", "cancelAddress", "againAddress")

    private static let shape = Shape(
        "action", "company", "waiting", "profileFields", "passwordFields", "currentQuestion", "questionFields", "rules",
        "links")
    var value: Value {
        Self.shape(
            .text(Link.profile.address), company.map { Self.companyShape(.text($0.name), .text($0.license)) } ?? .nothing,
            waiting.map {
                Self.waitingShape(.text($0), .text(Link.emailCancellation.address), .text(Link.emailAttempt.address))
            } ?? .nothing, .list(profileFields.map(\.content)),
            .list(passwordFields.map(\.content)), .filled(question), .list(questionFields.map(\.content)),
            .list(rules.map { .text($0) }), .list(links.map(\.value)))
    }
}

extension Contractor {
    fileprivate func value(_ field: String) -> String {
        switch field {
        case "name": companyName
        case "address": address
        case "city": city
        case "state": state
        case "zip": zip
        case "email": email
        case "phone": phone
        case "cell-phone": cellPhone
        case "fax": fax
        default: ""
        }
    }
}
