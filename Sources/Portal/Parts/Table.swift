import Mustache

/// A list of records with sortable columns and pages: the dashboard's tables, search results, paid items, the office's queues.
struct Table: Sendable {
    struct Column: Sendable {
        let label: String
        var sortAddress: String?
        /// "ascending" or "descending" on the column that the table is sorted by.
        var ariaSort: String?
        var isMoney = false
    }

    /// Made as the template takes it, at once, like its cells.
    struct Row: Sendable {
        let value: Value

        init(id: String, cells: some Sequence<Cell>) {
            value = Table.rowShape(.text(id), .list(cells.map(\.value)))
        }
    }

    let id: String
    let caption: String
    let total: String
    var emptyText: String?
    let columns: [Column]
    /// Whether it has no row.
    let isEmpty: Bool
    private let rows: Value
    var pager: Pager?

    init(
        id: String, caption: String, total: String, emptyText: String? = nil, columns: [Column], rows: [Row],
        pager: Pager? = nil
    ) {
        self.init(
            id: id, caption: caption, total: total, emptyText: emptyText, columns: columns, pager: pager, count: rows.count
        ) { rows[$0] }
    }

    /// For tables that many look at: each row is made as the template comes to it.
    init(
        id: String, caption: String, total: String, emptyText: String? = nil, columns: [Column], pager: Pager? = nil,
        count: Int, row: @escaping @Sendable (Int) -> Row
    ) {
        self.id = id
        self.caption = caption
        self.total = total
        self.emptyText = emptyText
        self.columns = columns
        self.pager = pager
        isEmpty = count == 0
        rows = .list(count: count) { row($0).value }
    }

    private static let shape = Shape("id", "caption", "total", "isEmpty", "emptyText", "columns", "rows", "pager")
    private static let columnShape = Shape("label", "sortAddress", "ariaSort", "isMoney")
    fileprivate static let rowShape = Shape("rowId", "cells")

    var value: Value {
        Self.shape(
            .text(id), .text(caption), .text(total), .flag(isEmpty), .optional(emptyText),
            .list(
                columns.map {
                    Self.columnShape(.text($0.label), .optional($0.sortAddress), .optional($0.ariaSort), .flag($0.isMoney))
                }),
            rows, pager?.value ?? .nothing)
    }
}
