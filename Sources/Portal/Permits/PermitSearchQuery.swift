import HTTP
import Storage

/// A search as it stands in an address: /permits?by=address&op=contains&value=dodd&sort=-issued&page=2
struct PermitSearchQuery: Sendable {
    static let size = 20
    static let longestValue = 200

    var field = PermitQuery.Field.any
    var operation = PermitQuery.Operator.contains
    var value = ""
    var order = SearchOrder.newestFirst
    var page = 1

    init() {}

    /// What cannot be understood is left at its usual value.
    init(_ fields: FormFields) {
        field = fields["by"].flatMap(PermitQuery.Field.init(rawValue:)) ?? field
        operation = fields["op"].flatMap(PermitQuery.Operator.init(rawValue:)) ?? operation
        value = String((fields["value"] ?? "").prefix(Self.longestValue)).trimmed
        if let sort = fields["sort"] {
            let isDescending = sort.hasPrefix("-")
            let column = SearchOrder.Column(rawValue: isDescending ? String(sort.dropFirst()) : sort)
            order = column.map { SearchOrder($0, isDescending: isDescending) } ?? order
        }
        if let text = fields["page"], text.utf8.count <= 6, let number = Int(text) { page = max(1, number) }
    }

    var query: PermitQuery {
        PermitQuery(
            field: field, operator: operation, value: value, order: order, limit: Self.size, offset: (page - 1) * Self.size)
    }

    /// The fields of the address, those left at their usual value not named.
    func fields(order: SearchOrder? = nil, page: Int = 1) -> [(String, String)] {
        var fields: [(String, String)] = []
        if field != .any { fields.append(("by", field.rawValue)) }
        if operation != .contains { fields.append(("op", operation.rawValue)) }
        if !value.isEmpty { fields.append(("value", value)) }
        let shown = order ?? self.order
        if let column = shown.column { fields.append(("sort", (shown.isDescending ? "-" : "") + column.rawValue)) }
        if page > 1 { fields.append(("page", String(page))) }
        return fields
    }
}
