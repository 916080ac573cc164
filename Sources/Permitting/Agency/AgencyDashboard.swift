/// What a dashboard shows, in the agency's order.
public struct AgencyDashboard: Sendable {
    public enum PermitColumn: String, CaseIterable, Sendable {
        case number
        case address
        case type
        case status
        case expired
        case inspection
        case feesDue
    }

    /// What a click on an amount opens.
    public enum AmountOpens: String, CaseIterable, Sendable {
        case cart
        case checkout
    }

    public let activePermits: [PermitColumn]
    public let expiredPermits: [PermitColumn]
    public let amountOpens: AmountOpens

    init(_ object: AgencyFileObject) throws {
        activePermits = try Self.columns(object, "activePermits")
        expiredPermits = try Self.columns(object, "expiredPermits")
        amountOpens = try object.parsed("amountOpens", as: "cart or checkout", AmountOpens.init(rawValue:))
    }

    private static func columns(_ object: AgencyFileObject, _ key: String) throws -> [PermitColumn] {
        let names = try object.texts(key)
        let columns = try names.map { name in
            guard let column = PermitColumn(rawValue: name) else {
                let known = PermitColumn.allCases.map(\.rawValue).joined(separator: ", ")
                throw object.error(key, "\"\(name)\" is no column; the columns are \(known)")
            }
            return column
        }
        guard columns.first == .number else { throw object.error(key, "the first column must be number, which opens the permit") }
        guard Set(columns).count == columns.count else { throw object.error(key, "a column is named twice") }
        return columns
    }
}
