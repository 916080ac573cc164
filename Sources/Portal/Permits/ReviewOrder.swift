import Permitting

/// How the reviews are sorted; the latest submitted first unless a header was clicked.
struct ReviewOrder: Sendable {
    enum Column: String, CaseIterable, Sendable {
        case type, reviewer, submitted, completed, status

        var label: String {
            switch self {
            case .type: "Review Type"
            case .reviewer: "Reviewer"
            case .submitted: "Submitted Date"
            case .completed: "Completed Date"
            case .status: "Status"
            }
        }
    }

    let column: Column
    let isDescending: Bool

    /// "submitted", or "-submitted" for the other way round.
    init(_ text: String?) {
        let isDescending = text?.hasPrefix("-") ?? true
        let name = (text.map { isDescending ? String($0.dropFirst()) : $0 }) ?? "submitted"
        guard let column = Column(rawValue: name) else {
            self = ReviewOrder(nil)
            return
        }
        self.column = column
        self.isDescending = isDescending
    }

    func sorted(_ reviews: [Review]) -> [Review] {
        let ascending = reviews.sorted { (key($0), $0.id) < (key($1), $1.id) }
        return isDescending ? ascending.reversed() : ascending
    }

    private func key(_ review: Review) -> String {
        switch column {
        case .type: review.type
        case .reviewer: review.reviewer
        case .submitted: review.submittedOn.rawValue
        case .completed: review.completedOn?.rawValue ?? ""
        case .status: review.status
        }
    }
}
