import Permitting
import Storage

/// The password that somebody of the office types once more before their own account changes. Wrong ones count as at sign-in.
struct OwnPassword {
    static let field = "current-password"

    let context: Context

    func fault(_ typed: String, of account: StaffStore.Credentials) throws -> Fault? {
        guard !typed.isEmpty else { return Fault(Self.field, "Type your current password") }
        let isRight = try PasswordCheck(context).isRight(typed, account.passwordHash)
        let (lockout, now) = (context.agency.signIn.lockout, context.now)
        let verdict = try context.write {
            try $0.signIns.judge(.staff(account.member.id), isRight: isRight, lockout: lockout, at: now)
        }
        switch verdict {
        case .admitted: return nil
        case .wrong: return Fault(Self.field, "This is not your current password")
        case .locked(let lock): return Fault(Self.field, LockText.officeWords(lock, context))
        }
    }

    static func input(_ faults: [Fault]) -> Field {
        var field = Field(Self.field, "Current Password")
        field.type = "password"
        field.autocomplete = "current-password"
        field.error = faults.text(Self.field)
        return field
    }
}
