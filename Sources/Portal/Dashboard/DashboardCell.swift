import Permitting
import Storage

/// One cell of a permit's row on the dashboard.
struct DashboardCell {
    let rules: InspectionRules
    let listing: PermitListing
    /// How many files hang on the permit; nil where no column asks for it.
    let attachments: Int?
    /// What stands beside the number.
    let tag: String?
    /// Whether its fees can be paid from here.
    let mayPay: Bool

    func cell(_ column: AgencyDashboard.PermitColumn) -> Cell {
        let permit = listing.permit
        switch column {
        case .number:
            return .header(column.label, permit.number.rawValue, .permit(permit.number, .info), note: tag.map { .text($0) })
        case .address: return .link(column.label, permit.address, .permit(permit.number, .site))
        case .type: return Cell(column.label, permit.type)
        case .status: return .tag(column.label, permit.status.word, tone: StatusTag.tone(permit.status.state))
        case .expired: return Cell(column.label, permit.expiresOn?.short)
        case .inspection: return inspection(column.label)
        case .feesDue: return amount(column.label)
        case .attachments:
            return .link(column.label, attachments.map(String.init) ?? "", .permit(permit.number, .attachments))
        }
    }

    /// The amount is a button that puts the record's fees in the cart; nothing due is plain text, and so is what the agency takes
    /// at its counter only.
    private func amount(_ label: String) -> Cell {
        .money(label, listing.due.description, post: mayPay && listing.due > .zero ? post : nil)
    }

    /// "Request", or in its place the reason, with the link that mends it.
    private func inspection(_ label: String) -> Cell {
        let number = listing.permit.number
        guard let refusal = rules.refusal(permit: listing.permit, reinspectionBalance: listing.reinspectionDue) else {
            return .link(label, "Request", .newInspection(number))
        }
        let note: Cell.Note =
            switch refusal {
            case .reinspectionFeeUnpaid(let balance): pay("Pay \(balance) re-inspection fee first")
            case .notIssued where listing.permit.status.state == .ready && listing.due > .zero:
                pay("Pay first, then have it issued")
            case .notIssued where listing.permit.status.state == .ready: .text("Contact the office to have it issued")
            default: .text(RefusalText.short(refusal))
            }
        return Cell(label, nil, note: note)
    }

    private func pay(_ label: String) -> Cell.Note { mayPay ? .post(label, post) : .text(label) }

    private var post: Cell.Post {
        Cell.Post(link: .cartRecords, fields: [("permit", listing.permit.number.rawValue)])
    }
}
