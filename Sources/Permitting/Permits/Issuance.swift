/// Whether the office may issue a permit, and what it is then.
public struct Issuance: Sendable {
    public enum Refusal: Error, Equatable {
        case notReady(status: String)
        case feesUnpaid(balance: Money)
    }

    public let status: PermitStatus
    public let issuedOn: AgencyDay
    public let expiresOn: AgencyDay

    /// READY TO ISSUE with nothing due: "Permits can be issued … as long as all the necessary items for issuance are complete"
    /// (Kootenai guide).
    public init(of permit: Permit, balance: Money, agency: Agency, today: AgencyDay) throws(Refusal) {
        guard permit.status.state == .ready else { throw .notReady(status: permit.status.word) }
        guard balance <= .zero else { throw .feesUnpaid(balance: balance) }
        status = agency.statuses.status(agency.permits.statusOnceIssued)
        issuedOn = today
        expiresOn = today.adding(days: agency.permits.validDays)
    }
}
