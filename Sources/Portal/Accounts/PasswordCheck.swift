import Credentials

/// Holds what somebody typed against what is stored. Where nothing is stored, because there is no such account, it takes as long.
struct PasswordCheck: Sendable {
    let cost: Int

    init(_ context: Context) { cost = context.site.configuration.passwordCost }

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
