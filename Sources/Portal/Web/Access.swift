import Permitting

/// Who may come in by a route.
enum Access: Sendable {
    case anyone
    /// A company, one of its members or a public user, who may do that.
    case account(AccountRight)
    /// A company that came with a first password and has to set one.
    case settingUp
    case staff(StaffRole.Right)
    /// Somebody of the office whose password was right and who has to type a code.
    case signInCode
    /// Somebody of the office, also one who has to set up a second factor before anything else.
    case ownSecondFactor
}
