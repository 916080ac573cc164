import Mustache
import Permitting

/// The reviews of a permit's plans, with the reviewers' notes behind "More Info".
struct PermitReviewsPage: Page {
    static let template = "Permits/Reviews"
    let header: PermitHeader
    let columns: [Table.Column]
    let rows: [Row]

    struct Row: Sendable {
        let type: String
        let reviewer: String
        let submitted: String
        let completed: String
        let status: String
        let notes: String?
    }

    /// Reviewers' notes are for those on the permit and the office.
    init(header: PermitHeader, reviews: [Review], order: ReviewOrder, number: PermitNumber, showsNotes: Bool) {
        let base = Link.permit(number, .reviews).address
        let columns = ReviewOrder.Column.allCases.map { column in
            let isCurrent = column == order.column
            let sort = (isCurrent && !order.isDescending ? "-" : "") + column.rawValue
            return Table.Column(
                label: column.label, sortAddress: base + "?sort=" + sort,
                ariaSort: isCurrent ? (order.isDescending ? "descending" : "ascending") : nil)
        }
        let rows = reviews.map { review in
            Row(
                type: review.type, reviewer: review.reviewer, submitted: review.submittedOn.short,
                completed: review.completedOn?.short ?? "", status: review.status,
                notes: showsNotes && !review.notes.isEmpty ? review.notes : nil)
        }
        self.init(header: header, columns: columns + [Table.Column(label: "More Info")], rows: rows)
    }

    private init(header: PermitHeader, columns: [Table.Column], rows: [Row]) {
        self.header = header
        self.columns = columns
        self.rows = rows
    }

    static let sample = PermitReviewsPage(
        header: .sample, columns: [Table.Column(label: "Review Type", sortAddress: "?sort=type", ariaSort: "ascending")],
        rows: [
            Row(
                type: "BUILDING", reviewer: "Robin Reviewer", submitted: "11/1/2026", completed: "11/12/2026", status: "APPROVED",
                notes: "Approved as revised.")
        ])

    private static let shape = Shape("header", "isEmpty", "total", "columns", "rows")
    private static let columnShape = Shape("label", "sortAddress", "ariaSort", "isMoney")
    private static let rowShape = Shape("type", "reviewer", "submitted", "completed", "status", "notes")
    var value: Value {
        Self.shape(
            header.value, .flag(rows.isEmpty), .text("\(rows.count) total record(s)"),
            .list(
                columns.map { Self.columnShape(.text($0.label), .optional($0.sortAddress), .optional($0.ariaSort), .flag(false)) }
            ),
            .list(
                rows.map {
                    Self.rowShape(
                        .text($0.type), .text($0.reviewer), .text($0.submitted), .text($0.completed), .text($0.status),
                        .optional($0.notes))
                }))
    }
}
