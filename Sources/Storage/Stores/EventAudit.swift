/// What a walk through the record of who did what has found.
public struct EventAudit: Sendable {
    public let count: Int
    /// The last link. An office that keeps it elsewhere can tell that nothing was cut off at the end either.
    public let digest: [UInt8]
    public let faults: [String]
}
