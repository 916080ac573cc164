import Mustache
import Permitting

/// "Edit Information": profile, password and security question on one page with one SAVE.
struct ProfilePage: Page {
    static let template = "Accounts/Profile"
    let company: String
    let license: String
    let profileFields: [Field]
    let passwordFields: [Field]
    let question: String
    let questionFields: [Field]
    let rules: [String]
    let faults: [Fault]
    let notice: Notice?

    init(
        contractor: Contractor, question: String, signIn: AgencySignIn, firstPassword: String? = nil,
        typed: ProfileForm? = nil, faults: [Fault] = [], notice: Notice? = nil
    ) {
        self.init(
            contractor: contractor, question: signIn.asksSecurityQuestion ? question : "", rules: signIn.password.sentences,
            firstPassword: firstPassword, typed: typed, faults: faults, notice: notice)
    }

    private init(
        contractor: Contractor, question: String, rules: [String], firstPassword: String?, typed: ProfileForm?, faults: [Fault],
        notice: Notice?
    ) {
        company = contractor.companyName
        license = contractor.license
        self.question = question
        self.rules = rules
        self.faults = faults
        self.notice = notice
        profileFields = ProfileForm.fields.map { Self.field($0, typed?.values[$0.name] ?? contractor.value($0.name), faults) }
        var current = Field("current-password", "Current Password")
        current.type = "password"
        current.need = .plain
        current.autocomplete = "current-password"
        current.hint = firstPassword.map { "As long as you have set none: your \($0)." }
        current.error = faults.text("current-password")
        passwordFields = [current] + NewPassword.fields(faults, need: .plain)
        questionFields = question.isEmpty ? [] : Self.questions(typed, faults)
    }

    private static let autocompletes = [
        "address": "street-address", "city": "address-level2", "state": "address-level1", "zip": "postal-code", "email": "email",
        "phone": "tel", "cell-phone": "tel", "fax": "tel",
    ]

    private static func field(
        _ known: (name: String, label: String, isRequired: Bool, longest: Int), _ value: String, _ faults: [Fault]
    ) -> Field {
        var field = Field(known.name, known.label)
        field.value = value
        field.need = known.isRequired ? .required : .optional
        field.maxlength = known.longest
        field.autocomplete = autocompletes[known.name]
        field.error = faults.text(known.name)
        switch known.name {
        case "email": field.type = "email"
        case "phone", "cell-phone", "fax": (field.type, field.size) = ("tel", "medium")
        case "state", "zip": field.size = "short"
        default: break
        }
        return field
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
        contractor: Contractor(id: 1, companyName: "RICH CONTRACTOR", license: "AEC0119"), question: "CAR",
        rules: ["Minimum of 6 characters"], firstPassword: "PIN", typed: nil, faults: [Fault("zip", "Fill in Zip")], notice: saved
    )

    private static let shape = Shape(
        "action", "company", "license", "profileFields", "passwordFields", "currentQuestion", "questionFields", "rules",
        "sessionsAddress")
    var value: Value {
        Self.shape(
            .text(Link.profile.address), .text(company), .text(license), .list(profileFields.map(\.content)),
            .list(passwordFields.map(\.content)), .filled(question), .list(questionFields.map(\.content)),
            .list(rules.map { .text($0) }), .text(Link.sessions.address))
    }
}

extension Contractor {
    fileprivate func value(_ field: String) -> String {
        switch field {
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
