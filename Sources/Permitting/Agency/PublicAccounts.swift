/// What a public user may do with a permit that he linked: the agency's rule.
public enum PublicAccounts: String, CaseIterable, Sendable {
    /// The agency has none of them.
    case none
    case view
    case viewAndPay
    /// All that a contractor may do with it.
    case asContractor

    public func may(_ right: AccountRight) -> Bool {
        switch (self, right) {
        case (.none, _), (_, .actAsCompany), (_, .manageMembers): false
        case (_, .view), (_, .linkPermits): true
        case (.viewAndPay, .pay), (.asContractor, .pay): true
        case (.asContractor, .requestInspections), (.asContractor, .sendAttachments): true
        default: false
        }
    }
}

extension AgencySignIn {
    public var offersPublicAccounts: Bool { publicAccounts != .none }

    /// Whether somebody who is signed in so may do that with the permits on the dashboard.
    public func may(_ right: AccountRight, _ account: Account) -> Bool {
        switch account.kind {
        case .company: right != .linkPermits && (right != .manageMembers || account.member?.mayManage ?? true)
        case .publicUser: publicAccounts.may(right)
        }
    }
}
