import SQLite

/// The order of permits found.
public struct SearchOrder: Sendable, Hashable {
    public enum Column: String, CaseIterable, Sendable {
        case number, address, type, status, issued
    }

    /// nil: as they were recorded.
    public let column: Column?
    public let isDescending: Bool

    public static let newestFirst = SearchOrder(column: nil, isDescending: true)

    public init(_ column: Column, isDescending: Bool = false) {
        self.init(column: column, isDescending: isDescending)
    }

    private init(column: Column?, isDescending: Bool) {
        self.column = column
        self.isDescending = isDescending
    }

    /// Ties stand newest first, so that pages never repeat or skip a row.
    var sql: SQL {
        switch (column, isDescending) {
        case (nil, _): "ORDER BY permits.id DESC"
        case (.number, false): "ORDER BY permits.number"
        case (.number, true): "ORDER BY permits.number DESC"
        case (.address, false): "ORDER BY permits.address COLLATE NOCASE, permits.id DESC"
        case (.address, true): "ORDER BY permits.address COLLATE NOCASE DESC, permits.id DESC"
        case (.type, false): "ORDER BY permits.type COLLATE NOCASE, permits.id DESC"
        case (.type, true): "ORDER BY permits.type COLLATE NOCASE DESC, permits.id DESC"
        case (.status, false): "ORDER BY permits.status COLLATE NOCASE, permits.id DESC"
        case (.status, true): "ORDER BY permits.status COLLATE NOCASE DESC, permits.id DESC"
        case (.issued, false): "ORDER BY permits.issued_on, permits.id DESC"
        case (.issued, true): "ORDER BY permits.issued_on DESC, permits.id DESC"
        }
    }
}
