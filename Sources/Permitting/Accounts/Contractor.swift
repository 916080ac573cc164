/// A company that does the work, as the office has it on file.
public struct Contractor: Sendable, Equatable {
    public let id: Int
    public let companyName: String
    public let license: String
    public var address = ""
    public var city = ""
    public var state = ""
    public var zip = ""
    public var email = ""
    public var phone = ""
    public var cellPhone = ""
    public var fax = ""

    public init(id: Int, companyName: String, license: String) {
        self.id = id
        self.companyName = companyName
        self.license = license
    }

    /// The same under another name.
    public func named(_ name: String) -> Contractor {
        var other = Contractor(id: id, companyName: name, license: license)
        (other.address, other.city, other.state, other.zip) = (address, city, state, zip)
        (other.email, other.phone, other.cellPhone, other.fax) = (email, phone, cellPhone, fax)
        return other
    }
}
