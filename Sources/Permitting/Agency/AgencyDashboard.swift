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
        case attachments
    }

    /// What a click on an amount opens.
    public enum AmountOpens: String, CaseIterable, Sendable {
        case cart
        case checkout
        /// Fees are paid at the counter only.
        case nothing
    }

    /// Words beside numbers that begin in a certain way: "(Pending)" where a plan check's number begins with A.
    public struct NumberTag: Sendable {
        public let beginning: String
        public let words: String

        init(_ object: AgencyFileObject) throws {
            beginning = try object.text("beginning")
            words = try object.text("words")
        }
    }

    public let activePermits: [PermitColumn]
    public let numberTags: [NumberTag]
    /// None where the agency shows no list of expired permits.
    public let expiredPermits: [PermitColumn]
    public let amountOpens: AmountOpens

    init(_ object: AgencyFileObject) throws {
        activePermits = try Self.columns(object, "activePermits", mayBeNone: false)
        numberTags = try object.list("numberTags", NumberTag.init)
        expiredPermits = try Self.columns(object, "expiredPermits", mayBeNone: true)
        amountOpens = try object.parsed("amountOpens", as: "cart, checkout or nothing", AmountOpens.init(rawValue:))
    }

    /// What stands beside that number in the list of active permits.
    public func tag(of number: PermitNumber) -> String? {
        numberTags.first { number.rawValue.hasPrefix($0.beginning) }?.words
    }

    private static func columns(_ object: AgencyFileObject, _ key: String, mayBeNone: Bool) throws -> [PermitColumn] {
        let names = try object.texts(key)
        if names.isEmpty && mayBeNone { return [] }
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
