import SQLite

/// The order of a list of permits.
public struct PermitOrder: Sendable, Hashable {
    public enum Column: String, CaseIterable, Sendable {
        case number, address, type, status, expired, fees
    }

    public let column: Column
    public let isDescending: Bool

    public init(_ column: Column, isDescending: Bool = false) {
        self.column = column
        self.isDescending = isDescending
    }

    /// By what stands in the tree of companies and their permits, so that no permit has to be looked at for it.
    var isOfCompanyTree: Bool { column == .number || column == .expired }

    /// Ties stand by number, so that pages never repeat or skip a row.
    var sql: SQL {
        switch (column, isDescending) {
        case (.number, false): "ORDER BY mine.number "
        case (.number, true): "ORDER BY mine.number DESC "
        case (.address, false): "ORDER BY permits.address, mine.number "
        case (.address, true): "ORDER BY permits.address DESC, mine.number "
        case (.type, false): "ORDER BY permits.type, mine.number "
        case (.type, true): "ORDER BY permits.type DESC, mine.number "
        case (.status, false): "ORDER BY permits.status, mine.number "
        case (.status, true): "ORDER BY permits.status DESC, mine.number "
        case (.expired, false): "ORDER BY mine.expires_on, mine.number "
        case (.expired, true): "ORDER BY mine.expires_on DESC, mine.number "
        case (.fees, false): "ORDER BY due, mine.number "
        case (.fees, true): "ORDER BY due DESC, mine.number "
        }
    }
}
