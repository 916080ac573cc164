import Permitting

/// Until when a request can be cancelled online, in words.
struct CancellationText {
    let agency: Agency

    /// Of an inspection on that day: "Mon, Nov 23, 2026, 7:00 AM", "the end of Mon, Nov 23, 2026".
    func until(_ day: AgencyDay) -> String {
        let last = agency.inspections.cancelUntil.lastDay(for: day)
        return switch agency.inspections.cancelUntil.limit {
        case .before(let time): "\(last), \(time)"
        case .endOfDay: "the end of \(last)"
        }
    }

    /// Of any: "7:00 AM on its day", "the end of the day before".
    var rule: String {
        let cancelUntil = agency.inspections.cancelUntil
        let day =
            switch cancelUntil.daysBefore {
            case 0: "its day"
            case 1: "the day before"
            case let days: "the day \(days) days before"
            }
        return switch cancelUntil.limit {
        case .before(let time): "\(time) on \(day)"
        case .endOfDay: "the end of \(day)"
        }
    }
}
