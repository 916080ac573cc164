/// Where the work is.
public struct Site: Hashable, Sendable {
    public var address = ""
    public var city = ""
    public var state = ""
    public var zip = ""
    public var parcel = ""
    public var valuation: Money?
    public var squareFeet: Double?
    public var housingUnits: Double?

    public init() {}

    public init(address: String, city: String = "", state: String = "", zip: String = "", parcel: String = "") {
        self.address = address
        self.city = city
        self.state = state
        self.zip = zip
        self.parcel = parcel
    }

    /// "1968 E DODD RD, HAYDEN, ID 83835"
    public var line: String {
        let region = [state, zip].filter { !$0.isEmpty }.joined(separator: " ")
        return [address, city, region].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
