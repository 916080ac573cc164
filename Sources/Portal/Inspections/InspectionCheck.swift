import Permitting
import Storage

/// Holds a request's rows against the rules: when a row is added, and again when they are saved.
struct InspectionCheck: Sendable {
    struct Booking: Sendable {
        let type: String
        let day: AgencyDay
        let slot: String
    }

    let rules: InspectionRules
    let permit: Permit
    let contractor: Int

    /// Why no inspection of this permit can be asked for at all.
    func refusal(_ records: Records) throws -> InspectionRefusal? {
        let due = try records.fees.due(permit: permit.id, contractor: contractor)
        return rules.refusal(
            permit: permit.summary, reinspectionBalance: due.filter { $0.kind == .reinspection }.map(\.amount).sum)
    }

    /// The rows as bookings, or what is wrong with each. Rows of one request count against each other too.
    func bookings(_ rows: [InspectionForm.Row], _ records: Records) throws -> (bookings: [Booking], faults: [Fault]) {
        let inspections = try records.inspections.all(permit: permit.id)
        var bookings: [Booking] = []
        var faults: [Fault] = []
        for (index, row) in rows.enumerated() {
            let isTyped = index == rows.count - 1
            let missing = Self.missing(row, isTyped)
            guard missing.isEmpty, let day = AgencyDay(rawValue: row.day) else {
                faults += missing.isEmpty ? [Fault(isTyped ? "day" : nil, "Choose one of the days offered")] : missing
                continue
            }
            if bookings.contains(where: { $0.type == row.type }) {
                faults.append(Fault(isTyped ? "type" : nil, "\(row.type) is in this request twice"))
                continue
            }
            do {
                try rules.check(type: row.type, day: day, slot: row.slot, permitType: permit.type, inspections: inspections) {
                    day, slot in
                    try records.inspections.taken(day: day, slot: slot.name)
                        + bookings.filter { $0.day == day && $0.slot == slot.name }.count
                }
                bookings.append(Booking(type: row.type, day: day, slot: row.slot))
            } catch let refusal as InspectionRefusal {
                faults.append(Self.fault(refusal, row, isTyped))
            }
        }
        return (bookings, faults)
    }

    private static func missing(_ row: InspectionForm.Row, _ isTyped: Bool) -> [Fault] {
        var faults: [Fault] = []
        if row.type.isEmpty { faults.append(Fault(isTyped ? "type" : nil, "Choose an inspection type")) }
        if row.day.isEmpty { faults.append(Fault(isTyped ? "day" : nil, "Choose a requested date")) }
        if row.slot.isEmpty { faults.append(Fault(isTyped ? "time" : nil, "Choose a time, AM or PM")) }
        return faults
    }

    private static func fault(_ refusal: InspectionRefusal, _ row: InspectionForm.Row, _ isTyped: Bool) -> Fault {
        let sentence = RefusalText.sentence(refusal)
        switch refusal {
        case .alreadyPassed, .alreadyRequested, .needsFirst: return Fault(isTyped ? "type" : nil, "\(row.type): \(sentence)")
        case .unknownType, .noTypes: return Fault(isTyped ? "type" : nil, sentence)
        case .dayNotOpen: return Fault(isTyped ? "day" : nil, sentence)
        default: return Fault(isTyped ? "time" : nil, sentence)
        }
    }
}
