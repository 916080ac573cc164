/// What a list shows of a permit, and what the rules need to know of it.
public struct PermitSummary: Sendable {
    public let id: Int
    public let number: PermitNumber
    public let address: String
    public let type: String
    public let status: PermitStatus
    public let expiresOn: AgencyDay?

    public init(id: Int, number: PermitNumber, address: String, type: String, status: PermitStatus, expiresOn: AgencyDay?) {
        self.id = id
        self.number = number
        self.address = address
        self.type = type
        self.status = status
        self.expiresOn = expiresOn
    }

    /// Decided by date: the status may still read ACTIVE.
    public func isExpired(on today: AgencyDay) -> Bool {
        status.state == .expired || (expiresOn.map { $0 < today } ?? false)
    }
}
