import HTTP
import Permitting

/// The set-up page's fields.
struct FirstLoginForm: Sendable {
    let question: String
    let answer: String
    let answerAgain: String
    let newPassword: NewPassword

    init(_ fields: FormFields) {
        question = (fields["question"] ?? "").trimmed
        answer = fields["answer"] ?? ""
        answerAgain = fields["answer-again"] ?? ""
        newPassword = NewPassword(password: fields["password"] ?? "", confirmation: fields["confirmation"] ?? "")
    }

    func faults(signIn: AgencySignIn, names: [String]) -> [Fault] {
        let about = signIn.asksSecurityQuestion ? SecurityQuestion.faults(question, answer, answerAgain) : []
        return about + newPassword.faults(rule: signIn.password, names: names)
    }
}
