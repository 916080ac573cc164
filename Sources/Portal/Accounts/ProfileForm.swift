import HTTP
import Permitting

/// The page "Edit Information": one form, of which blank password and question fields change nothing.
struct ProfileForm: Sendable {
    typealias KnownField = (name: String, label: String, isRequired: Bool, longest: Int)

    /// A public user's are those that he gave when he set his account up.
    static func fields(of kind: Account.Kind) -> [KnownField] {
        switch kind {
        case .company: company
        case .publicUser: SignUpForm.fields
        }
    }

    private static let company: [KnownField] = [
        ("address", "Address", true, 200), ("city", "City", true, 100), ("state", "State", true, 2), ("zip", "Zip", true, 10),
        ("email", "Email", true, 254), ("phone", "Phone", true, 30), ("cell-phone", "Cell Phone", false, 30),
        ("fax", "Fax", false, 30),
    ]

    private let kind: Account.Kind
    let values: [String: String]
    let currentPassword: String
    let newPassword: NewPassword
    let currentAnswer: String
    let question: String
    let answer: String
    let answerAgain: String

    init(_ form: FormFields, _ kind: Account.Kind) {
        self.kind = kind
        values = Dictionary(uniqueKeysWithValues: Self.fields(of: kind).map { ($0.name, (form[$0.name] ?? "").trimmed) })
        currentPassword = form["current-password"] ?? ""
        newPassword = NewPassword(password: form["password"] ?? "", confirmation: form["confirmation"] ?? "")
        currentAnswer = form["current-answer"] ?? ""
        question = (form["question"] ?? "").trimmed
        answer = form["answer"] ?? ""
        answerAgain = form["answer-again"] ?? ""
    }

    var changesPassword: Bool { !newPassword.password.isEmpty || !newPassword.confirmation.isEmpty }
    var changesQuestion: Bool { !question.isEmpty || !answer.isEmpty || !answerAgain.isEmpty }

    /// The address that is to be confirmed; nil where it stays as it is.
    func newEmail(of contractor: Contractor) -> EmailAddress? {
        guard let email = EmailAddress(rawValue: values["email"] ?? ""),
            email.folded != EmailAddress(rawValue: contractor.email)?.folded
        else { return nil }
        return email
    }

    func faults(_ contractor: Contractor, signIn: AgencySignIn, names: [String]) -> [Fault] {
        var faults = Self.fields(of: kind).flatMap { FieldFormat.faults(values[$0.name] ?? "", $0) }
        if newEmail(of: contractor) != nil, currentPassword.isEmpty, !changesPassword {
            faults.append(Fault("current-password", "Type your current password to change the email"))
        }
        if changesPassword {
            if currentPassword.isEmpty { faults.append(Fault("current-password", "Type your current password to set a new one")) }
            faults += newPassword.faults(rule: signIn.password, names: names)
        }
        if changesQuestion {
            if currentAnswer.isEmpty {
                faults.append(Fault("current-answer", "Type your current secret answer to change the question"))
            }
            faults += SecurityQuestion.faults(question, answer, answerAgain)
        }
        return faults
    }

    func applied(to contractor: Contractor) -> Contractor {
        var changed = contractor
        changed.address = values["address"] ?? ""
        changed.city = values["city"] ?? ""
        changed.state = (values["state"] ?? "").uppercased()
        changed.zip = values["zip"] ?? ""
        changed.phone = values["phone"] ?? ""
        if let cellPhone = values["cell-phone"] { changed.cellPhone = cellPhone }
        if let fax = values["fax"] { changed.fax = fax }
        return kind == .publicUser ? changed.named(values["name"] ?? "") : changed
    }
}
