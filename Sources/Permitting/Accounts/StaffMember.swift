/// Somebody who works at the permit office.
public struct StaffMember: Sendable, Equatable {
    public let id: Int
    public let email: String
    public let name: String
    public let role: StaffRole

    public init(id: Int, email: String, name: String, role: StaffRole) {
        self.id = id
        self.email = email
        self.name = name
        self.role = role
    }
}
