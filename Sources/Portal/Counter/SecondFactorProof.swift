import Credentials
import Permitting
import Storage

/// What somebody typed after the password, held against what their telephone shows now or a recovery code that is left. It counts
/// only once it is taken, in the writer's order.
enum SecondFactorProof: Sendable {
    /// Of which half minute the code is.
    case code(step: Int)
    case recoveryCode(id: Int)
    case wrong

    init(code: String, recoveryCode: String, of member: Int, _ context: Context) throws {
        self = .wrong
        guard let secret = try context.records.secondFactors.find(member: member)?.secret else { return }
        // Telephones show it as "123 456".
        if let step = TOTP(secret: secret).step(of: code.filter { $0 != " " }, at: context.now.seconds) {
            self = .code(step: step)
        } else if let typed = RecoveryCode.normalized(recoveryCode) {
            let kept = try context.records.secondFactors.recoveryCodes(member: member)
            if let match = try kept.first(where: { try PasswordHash.verify(typed, against: $0.hash) }) {
                self = .recoveryCode(id: match.id)
            }
        }
    }

    var isRecoveryCode: Bool { if case .recoveryCode = self { true } else { false } }

    /// False where it is wrong, or was used already.
    func take(_ records: Records, member: Int, at now: Instant) throws -> Bool {
        switch self {
        case .code(let step): try records.secondFactors.take(step: step, member: member)
        case .recoveryCode(let id): try records.secondFactors.take(recoveryCode: id, member: member, at: now)
        case .wrong: false
        }
    }
}
