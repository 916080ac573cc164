/// Why an administrator may not do that to a colleague's account.
enum StaffAccountRefusal: Error {
    /// One's own account is under "Profile".
    case own
    case lastAdministrator
    case inactive
    case unchanged

    var words: String {
        switch self {
        case .own: "This is your own account: another administrator has to do that."
        case .lastAdministrator: "The office needs an administrator who can sign in, and this is the last one."
        case .inactive: "This account is deactivated. Reactivate it first."
        case .unchanged: "This was done already."
        }
    }
}
