import SQLite

/// A statement for each order that a list of permits can have, joined once.
struct PermitOrderedSQL: Sendable {
    private let statements: [PermitOrder: SQL]
    private let usual: SQL

    init(_ make: (PermitOrder) -> SQL) {
        let orders = PermitOrder.Column.allCases.flatMap { [PermitOrder($0), PermitOrder($0, isDescending: true)] }
        statements = Dictionary(uniqueKeysWithValues: orders.map { ($0, make($0)) })
        usual = make(PermitOrder(.number))
    }

    subscript(order: PermitOrder) -> SQL { statements[order] ?? usual }
}
