import HTTP
import Permitting

/// The page "Edit Information": one form, of which blank password and question fields change nothing.
struct ProfileForm: Sendable {
    static let fields: [(name: String, label: String, isRequired: Bool, longest: Int)] = [
        ("address", "Address", true, 200), ("city", "City", true, 100), ("state", "State", true, 2), ("zip", "Zip", true, 10),
        ("email", "Email", true, 254), ("phone", "Phone", true, 30), ("cell-phone", "Cell Phone", false, 30),
        ("fax", "Fax", false, 30),
    ]

    let values: [String: String]
    let currentPassword: String
    let newPassword: NewPassword
    let currentAnswer: String
    let question: String
    let answer: String
    let answerAgain: String

    init(_ form: FormFields) {
        values = Dictionary(uniqueKeysWithValues: Self.fields.map { ($0.name, (form[$0.name] ?? "").trimmed) })
        currentPassword = form["current-password"] ?? ""
        newPassword = NewPassword(password: form["password"] ?? "", confirmation: form["confirmation"] ?? "")
        currentAnswer = form["current-answer"] ?? ""
        question = (form["question"] ?? "").trimmed
        answer = form["answer"] ?? ""
        answerAgain = form["answer-again"] ?? ""
    }

    var changesPassword: Bool { !newPassword.password.isEmpty || !newPassword.confirmation.isEmpty }
    var changesQuestion: Bool { !question.isEmpty || !answer.isEmpty || !answerAgain.isEmpty }

    func faults(signIn: AgencySignIn, names: [String]) -> [Fault] {
        var faults = Self.fields.flatMap { field in
            Self.faults(of: values[field.name] ?? "", field.name, field.label, field.isRequired, field.longest)
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
        changed.email = values["email"] ?? ""
        changed.phone = values["phone"] ?? ""
        changed.cellPhone = values["cell-phone"] ?? ""
        changed.fax = values["fax"] ?? ""
        return changed
    }

    private static func faults(of value: String, _ name: String, _ label: String, _ isRequired: Bool, _ longest: Int) -> [Fault] {
        if value.isEmpty { return isRequired ? [Fault(name, "Fill in \(label)")] : [] }
        if value.count > longest { return [Fault(name, "\(label) may have at most \(longest) characters")] }
        if let wrong = FieldFormat.fault(name, value) { return [Fault(name, wrong)] }
        return []
    }
}
