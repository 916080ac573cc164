import Permitting

/// The office's rules, worked out for today.
struct InspectionFacts {
    let context: Context

    var sentences: [String] {
        let agency = context.agency
        let days = context.rules.openDays
        var sentences: [String] = []
        if let first = days.first, let last = days.last {
            sentences.append("Today you can book \(first) to \(last), on working days.")
        } else {
            sentences.append("No day can be booked today. Call the office at \(agency.office.telephone).")
        }
        if let first = days.first, !context.rules.isLate, case .before(let end) = agency.inspections.requestUntil {
            sentences.append("Book by \(end) today for \(first).")
        }
        sentences.append(
            "A booking can be cancelled here until \(CancellationText(agency: agency).rule). After that, call \(agency.office.telephone)."
        )
        return sentences + agency.inspections.remarks
    }
}
