import Permitting

/// Who is looking.
enum Viewer: Sendable {
    case anonymous
    case account(Account, cartCount: Int)
    case staff(StaffMember)

    var account: Account? {
        if case .account(let account, _) = self { return account }
        return nil
    }

    var contractorID: Int? { account?.id }

    var staffMember: StaffMember? {
        if case .staff(let member) = self { return member }
        return nil
    }
}
