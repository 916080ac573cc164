import HTTP
import Permitting
import Storage

/// Which accounts get the new password, and what proves that they are the sender's.
struct ResetPasswordForm: Sendable {
    let chosen: Set<String>
    let newPassword: NewPassword
    private let answers: [String: String]

    init(_ fields: FormFields, accounts: [ForgottenAccount]) {
        chosen = Set(fields.values("account"))
        newPassword = NewPassword(password: fields["password"] ?? "", confirmation: fields["confirmation"] ?? "")
        answers = Dictionary(uniqueKeysWithValues: accounts.map { ($0.key, fields[Self.field($0)] ?? "") })
    }

    static func field(_ account: ForgottenAccount) -> String { "answer-" + account.key }

    func isChosen(_ account: ForgottenAccount) -> Bool { chosen.contains(account.key) }
    func answer(_ account: ForgottenAccount) -> String { answers[account.key] ?? "" }

    /// What is wrong without looking whether the answers are right.
    func faults(_ accounts: [ForgottenAccount], agency: Agency) -> [Fault] {
        let ticked = accounts.filter(isChosen)
        guard let first = accounts.first else { return [] }
        var faults = ticked.isEmpty ? [Fault("account-\(first.key)", "Tick the accounts that get the new password")] : []
        for account in ticked where account.question != nil && answer(account).isEmpty {
            faults.append(Fault(Self.field(account), "Type the secret answer of \(account.label)"))
        }
        let names = ticked.flatMap(\.names) + [agency.shortName]
        return faults + newPassword.faults(rule: agency.signIn.password, names: names)
    }
}
