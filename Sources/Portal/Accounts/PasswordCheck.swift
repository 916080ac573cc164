import Credentials
import Permitting

/// Holds what somebody typed against what opens the account. Where nothing does, because there is no such account, it takes as long.
struct PasswordCheck: Sendable {
    let cost: Int

    init(_ context: Context) { cost = context.site.configuration.passwordCost }

    func isRight(_ typed: String, key: AccountKey?) throws -> Bool {
        switch key {
        case .password(let hash), .issued(let hash): return try isRight(typed, hash)
        case .telephone(let digits):
            _ = try isRight(typed, nil)
            return ConstantTime.equal(typed, digits)
        case nil: return try isRight(typed, nil)
        }
    }

    func isRight(_ typed: String, _ hash: String?) throws -> Bool {
        let isRight = try PasswordHash.verify(typed, against: try hash ?? PasswordHash.unknown(cost: cost))
        return isRight && hash != nil
    }

    /// The right password hashed anew where its hash is of an older method or cost: only now is it known.
    func renewal(of typed: String, _ hash: String?) throws -> String? {
        guard let hash, try PasswordHash.isOutdated(hash, cost: cost) else { return nil }
        return try PasswordHash.hash(typed, cost: cost)
    }
}
