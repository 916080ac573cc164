/// How to reach the office, as the footer and the notices say it.
public struct AgencyOffice: Sendable {
    public let telephone: String
    public let fax: String
    public let emailAddress: EmailAddress
    public var email: String { emailAddress.rawValue }
    public let hours: [String]
    public let address: [String]
    /// How people get an account and sign in for the first time; a paragraph each.
    public let newAccounts: [String]
    public let disclaimer: String

    init(_ object: AgencyFileObject) throws {
        telephone = try object.text("telephone")
        fax = try object.text("fax")
        let email = try object.text("email")
        guard let checked = EmailAddress(rawValue: email) else {
            throw object.error("email", "\(email) is no mail address")
        }
        emailAddress = checked
        hours = try object.texts("hours")
        address = try object.texts("address")
        newAccounts = try object.texts("newAccounts")
        disclaimer = try object.text("disclaimer")
    }
}
