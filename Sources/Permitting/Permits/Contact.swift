/// Somebody named on a permit. Telephone numbers and mail addresses are for themselves and the office only.
public struct Contact: Sendable {
    public let role: String
    public let name: String
    public let address: String
    public let phone: String
    public let email: String

    public init(role: String, name: String, address: String, phone: String, email: String) {
        self.role = role
        self.name = name
        self.address = address
        self.phone = phone
        self.email = email
    }
}
