import Permitting

/// A permit in a list, with what is due on it from the one who looks.
public struct PermitListing: Sendable {
    public let permit: PermitSummary
    public let due: Money
    public let reinspectionDue: Money
}
