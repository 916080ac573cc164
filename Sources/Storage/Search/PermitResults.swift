/// One page of what a search found.
public struct PermitResults: Sendable {
    public let rows: [FoundPermit]
    /// How many there are in all; where `isTotalExact` is false there are more than that, and pages end there.
    public let total: Int
    public let isTotalExact: Bool
    /// The order they really stand in: too many results are not sorted by a column.
    public let sortedBy: SearchOrder
}
