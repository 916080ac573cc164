/// Why an inspection cannot be asked for, as a fact.
public enum InspectionRefusal: Error, Sendable, Equatable {
    case notIssued(status: String)
    case closed(status: String)
    case expired(on: AgencyDay?)
    case reinspectionFeeUnpaid(balance: Money)
    case noTypes(permitType: String)
    case unknownType(String)
    case alreadyPassed
    case alreadyRequested(day: AgencyDay, slot: String)
    case needsFirst([String])
    case dayNotOpen(AgencyDay)
    case unknownSlot(String)
    case full(day: AgencyDay, slot: String)
}
