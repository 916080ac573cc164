import HTTP
import Permitting

/// A member's own data; blank password fields change nothing.
struct MemberProfileForm: Sendable {
    let name: String
    let currentPassword: String
    let newPassword: NewPassword

    init(_ fields: FormFields) {
        name = (fields["name"] ?? "").trimmed
        currentPassword = fields["current-password"] ?? ""
        newPassword = NewPassword(password: fields["password"] ?? "", confirmation: fields["confirmation"] ?? "")
    }

    var changesPassword: Bool { !newPassword.password.isEmpty || !newPassword.confirmation.isEmpty }

    func faults(rule: PasswordRule, names: [String]) -> [Fault] {
        var faults = MemberForm.faults(ofName: name)
        if changesPassword {
            if currentPassword.isEmpty { faults.append(Fault("current-password", "Type your current password to set a new one")) }
            faults += newPassword.faults(rule: rule, names: names)
        }
        return faults
    }
}
