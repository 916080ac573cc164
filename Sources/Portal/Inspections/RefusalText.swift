import Permitting

/// Why an inspection cannot be asked for, in the user's words.
enum RefusalText {
    /// For a cell of a table.
    static func short(_ refusal: InspectionRefusal) -> String {
        switch refusal {
        case .notIssued: "Not issued yet"
        case .closed: "Closed"
        case .expired: "Expired"
        default: sentence(refusal)
        }
    }

    static func sentence(_ refusal: InspectionRefusal) -> String {
        switch refusal {
        case .notIssued(let status): "The permit is \(status). Inspections can be asked for once it is issued."
        case .closed(let status): "The permit is \(status). No inspections can be asked for."
        case .expired(let day?): "The permit expired on \(day). Call the office to renew it."
        case .expired(nil): "The permit is expired. Call the office to renew it."
        case .reinspectionFeeUnpaid(let balance): "A re-inspection fee of \(balance) has to be paid first."
        case .noTypes(let type): "No inspections are offered online for permits of type \(type). Call the office."
        case .unknownType(let name): name.isEmpty ? "Choose an inspection type" : "\(name) is not an inspection of this permit"
        case .alreadyPassed: "passed already"
        case .alreadyRequested(let day, let slot): "asked for already: \(day), \(slot)"
        case .needsFirst(let names): "needs \(names.joined(separator: " and ")) passed first"
        case .dayNotOpen(let day): "\(day) cannot be chosen: choose one of the days offered"
        case .unknownSlot: "Choose one of the times offered"
        case .full(let day, let slot): "\(slot) on \(day) is full: choose another time or day"
        }
    }
}
