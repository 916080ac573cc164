/// What the agency asks of its own people's accounts.
public struct AgencyStaff: Sendable {
    public let administratorsNeedSecondFactor: Bool

    init(_ object: AgencyFileObject) throws {
        administratorsNeedSecondFactor = try object.flag("administratorsNeedSecondFactor")
    }

    /// Whether somebody may do nothing before a second factor is set up.
    public func needsSecondFactor(_ role: StaffRole, hasShortPassword: Bool) -> Bool {
        hasShortPassword || (administratorsNeedSecondFactor && role == .administrator)
    }
}
