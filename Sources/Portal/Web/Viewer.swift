import Permitting

/// Who is looking.
enum Viewer: Sendable {
    case anonymous
    case account(Account, cartCount: Int)
    case staff(StaffMember)
    /// Somebody of the office whose password was right and whose second factor is still to come: so far nobody.
    case signingIn(StaffMember)

    var account: Account? {
        if case .account(let account, _) = self { return account }
        return nil
    }

    var contractorID: Int? { account?.id }

    /// Who of the company; nil at its shared login.
    var member: Account.Member? { account?.member }

    /// Past the second factor, where there is one.
    var staffMember: StaffMember? {
        if case .staff(let member) = self { return member }
        return nil
    }
}

extension Account {
    /// "RICH CONTRACTOR", or of one of its people "RICH CONTRACTOR (PAT PLUMBER)".
    var named: String { member.map { "\(name) (\($0.name))" } ?? name }
}
