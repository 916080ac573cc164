/// Why a page is not shown: facts, which `ErrorPage` puts into words.
enum PortalError: Error, Equatable {
    case notFound
    /// The viewer is known and may not.
    case forbidden
    case crossSite
    case formExpired
    /// `lost`: something was sent that cannot be taken without signing in.
    case signInNeeded(next: String, lost: Sent? = nil)
    case setUpNeeded
    /// A code has to be typed, or where the member has no second factor, one be set up.
    case secondFactorNeeded(isOn: Bool)
    /// Wrong passwords from one client, or from all: a try is free again after so long.
    case tooManyAttempts(seconds: Int)
    case badField(String)
    /// The link of a mail that has been used, is too old or never was one.
    case linkUsed
    /// The same of a link that confirms an address.
    case confirmationUsed
    /// The same of one that invites.
    case invitationUsed
    /// The agency takes no payments online.
    case paidAtTheCounter

    /// What became of a form that was sent.
    enum Sent: String {
        case gone = "form"
        case kept
    }
}
