/// A permit as the office keeps it. Field names follow BLDS, the open data standard for permits.
public struct Permit: Sendable {
    public var id: Int
    public var number: PermitNumber
    public var type: String
    public var subtype = ""
    public var description = ""
    public var status: PermitStatus
    public var appliedOn: AgencyDay?
    public var approvedOn: AgencyDay?
    public var issuedOn: AgencyDay?
    public var finaledOn: AgencyDay?
    public var expiresOn: AgencyDay?
    public var notes = ""
    public var site = Site()
    public var contractorID: Int?
    public var contractorName = ""

    public init(id: Int, number: PermitNumber, type: String, status: PermitStatus) {
        self.id = id
        self.number = number
        self.type = type
        self.status = status
    }

    public var summary: PermitSummary {
        PermitSummary(id: id, number: number, address: site.address, type: type, status: status, expiresOn: expiresOn)
    }
}
