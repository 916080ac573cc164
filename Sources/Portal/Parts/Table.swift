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

    struct Row: Sendable {
        let id: String
        let cells: [Cell]
    }

    let id: String
    let caption: String
    let total: String
    var emptyText: String?
    let columns: [Column]
    let rows: [Row]
    var pager: Pager?

    private static let shape = Shape("id", "caption", "total", "isEmpty", "emptyText", "columns", "rows", "pager")
    private static let columnShape = Shape("label", "sortAddress", "ariaSort", "isMoney")
    private static let rowShape = Shape("rowId", "cells")

    var value: Value {
        Self.shape(
            .text(id), .text(caption), .text(total), .flag(rows.isEmpty), .optional(emptyText),
            .list(
                columns.map {
                    Self.columnShape(.text($0.label), .optional($0.sortAddress), .optional($0.ariaSort), .flag($0.isMoney))
                }),
            .list(rows.map { Self.rowShape(.text($0.id), .list($0.cells.map(\.value))) }), pager?.value ?? .nothing)
    }
}
