import Permitting

/// A kind of account as whoever forgot a password picks it.
struct AccountType: Sendable {
    let kind: Account.Kind
    let label: String
}

extension AgencySignIn {
    /// The first one is picked already.
    var accountTypes: [AccountType] {
        let company = AccountType(kind: .company, label: contractorsCalled.uppercased())
        return offersPublicAccounts ? [company, AccountType(kind: .publicUser, label: "PUBLIC")] : [company]
    }

    /// nil for one that is none. Where nothing is said it is the first.
    func accountType(_ kind: String?) -> AccountType? { accountTypes.first { kind == nil || $0.kind.rawValue == kind } }
}
