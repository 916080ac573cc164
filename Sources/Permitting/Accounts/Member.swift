/// Somebody whom a company has given a login of their own, or invited to have one.
public struct Member: Sendable, Equatable {
    /// At one company, those who have not come yet among them.
    public static let most = 100
    /// A company's mails that invite, sent again or not, in twenty-four hours.
    public static let mostInvitationsADay = 20
    public static let invitationHours = 72
    public static let longestName = 100

    public let id: Int
    public let contractorID: Int
    public let name: String
    public let email: String
    /// Whether they may invite and remove people.
    public let mayManage: Bool
    /// nil while the invitation is not taken up.
    public let joinedAt: Instant?
    public let signedInAt: Instant?
    /// Of the link that left last; nil before the first one has, and once it was used.
    public let invitationEndsAt: Instant?
    /// Wrong passwords in a row.
    public var failures = 0
    public var lockedUntil: Instant?

    public init(
        id: Int, contractorID: Int, name: String, email: String, mayManage: Bool, joinedAt: Instant?, signedInAt: Instant?,
        invitationEndsAt: Instant?
    ) {
        self.id = id
        self.contractorID = contractorID
        self.name = name
        self.email = email
        self.mayManage = mayManage
        self.joinedAt = joinedAt
        self.signedInAt = signedInAt
        self.invitationEndsAt = invitationEndsAt
    }
}
