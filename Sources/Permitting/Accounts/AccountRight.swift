/// What an account may do with the permits on its dashboard.
public enum AccountRight: Sendable, CaseIterable {
    case view
    case pay
    case requestInspections
    case sendAttachments
    /// Only for public users, who name a permit by its number; companies stand on theirs by the office's records.
    case linkPermits
    /// Only for companies: the security question, the licence, people with logins of their own.
    case actAsCompany
    /// Only for a company at its shared login, and for those of its people whom it lets.
    case manageMembers
}
