import Permitting

/// A permit as a search result shows it.
public struct FoundPermit: Sendable, Equatable {
    public let id: Int
    public let number: PermitNumber
    public let address: String
    public let type: String
    public let status: PermitStatus
    public let description: String
    public let contractorName: String
    public let appliedOn: AgencyDay?
    public let issuedOn: AgencyDay?
}
