import HTTP
import Permitting
import Storage

/// Which accounts get the new password, and what proves that they are the sender's.
struct ResetPasswordForm: Sendable {
    let chosen: Set<String>
    let newPassword: NewPassword
    private let answers: [Int: String]

    init(_ fields: FormFields, accounts: [ContractorStore.Credentials]) {
        chosen = Set(fields.values("account"))
        newPassword = NewPassword(password: fields["password"] ?? "", confirmation: fields["confirmation"] ?? "")
        answers = Dictionary(uniqueKeysWithValues: accounts.map { ($0.id, fields[Self.field($0.id)] ?? "") })
    }

    static func field(_ account: Int) -> String { "answer-\(account)" }

    func isChosen(_ account: ContractorStore.Credentials) -> Bool { chosen.contains(String(account.id)) }
    func answer(_ account: ContractorStore.Credentials) -> String { answers[account.id] ?? "" }

    /// What is wrong without looking whether the answers are right.
    func faults(_ accounts: [ContractorStore.Credentials], agency: Agency) -> [Fault] {
        let ticked = accounts.filter(isChosen)
        guard let first = accounts.first else { return [] }
        var faults = ticked.isEmpty ? [Fault("account-\(first.id)", "Tick the accounts that get the new password")] : []
        for account in ticked where account.asksQuestion(agency.signIn) && answer(account).isEmpty {
            faults.append(Fault(Self.field(account.id), "Type the secret answer of \(account.label)"))
        }
        let names = ticked.flatMap { [$0.companyName, $0.license] } + [agency.shortName]
        return faults + newPassword.faults(rule: agency.signIn.password, names: names)
    }
}

extension ContractorStore.Credentials {
    func asksQuestion(_ signIn: AgencySignIn) -> Bool { signIn.asksSecurityQuestion && secretAnswerHash != nil }
}
