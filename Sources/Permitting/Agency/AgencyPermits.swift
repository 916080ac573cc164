/// How the office issues permits.
public struct AgencyPermits: Sendable {
    public let statusOnceIssued: String
    /// How long an issued permit stays good.
    public let validDays: Int

    init(_ object: AgencyFileObject, statuses: AgencyStatuses) throws {
        statusOnceIssued = try object.text("statusOnceIssued")
        guard statuses.status(statusOnceIssued).state == .active else {
            throw object.error("statusOnceIssued", "\"\(statusOnceIssued)\" is not mapped to active under statuses")
        }
        validDays = try object.number("validDays", in: 1...3_650)
    }
}
