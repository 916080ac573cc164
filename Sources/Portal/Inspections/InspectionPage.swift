import Mustache
import Permitting

/// One inspection: when, by whom, what came of it, and the way to cancel it while there is time.
struct InspectionPage: Page {
    static let template = "Inspections/Show"
    let type: String
    let number: String
    let permitAddress: String
    let facts: [Fact]
    let cancelAddress: String?
    let cancelText: String
    let faults: [Fault]

    init(_ inspection: Inspection, _ permit: Permit, _ context: Context, isTooLate: Bool = false) throws {
        let rights = try InspectionRights(inspection, context)
        let isOpen = inspection.state.isActive && context.now < context.rules.cancelUntil(inspection.day)
        let telephone = context.agency.office.telephone
        let slot = context.agency.inspections.slots.first { $0.name == inspection.slot }?.label ?? inspection.slot
        type = inspection.type
        number = permit.number.rawValue
        permitAddress = Link.permit(permit.number, .info).address
        facts = [
            Fact("Reference", String(inspection.id)),
            Fact("Permit", permit.number.rawValue, address: Link.permit(permit.number, .info).address),
            Fact("Address", permit.site.line), Fact("Date", inspection.day.description), Fact("Time", slot),
            Fact("Status", inspection.state.word, tone: StatusTag.tone(inspection.state)),
            Fact("Inspector", inspection.inspector),
            Fact("Requested by", rights.mayReadNotes ? inspection.requestedBy : ""),
            Fact("Notes", rights.mayReadNotes ? inspection.notes : ""), Fact("Result notes", inspection.resultNotes),
        ]
        cancelAddress = isOpen && rights.mayCancel ? Link.cancellation(inspection.id).address : nil
        if !inspection.state.isActive {
            cancelText = ""
        } else if !rights.mayCancel {
            cancelText = "Only who asked for this inspection can cancel it here."
        } else if isOpen {
            let until = CancellationText(agency: context.agency).until(inspection.day)
            cancelText = "It can be cancelled here until \(until). After that, call \(telephone)."
        } else {
            cancelText = "It is too late to cancel this here. Call \(telephone)."
        }
        let reason =
            inspection.state.isActive
            ? "It is too late to cancel this here. Call \(telephone)." : "This inspection is not scheduled any more."
        faults = isTooLate ? [Fault(nil, reason)] : []
    }

    private init() {
        type = "FRAMING"
        number = "RES16-0304"
        permitAddress = "/permits/RES16-0304"
        facts = [Fact("Reference", "12")]
        cancelAddress = "/inspections/12/cancellation"
        cancelText = "It can be cancelled here until 7:00 AM."
        faults = []
    }

    static let sample = InspectionPage()
    private static let shape = Shape("type", "number", "permitAddress", "facts", "cancelAddress", "cancelText")
    var value: Value {
        Self.shape(
            .text(type), .text(number), .text(permitAddress), .list(facts.map(\.value)), .optional(cancelAddress),
            .filled(cancelText))
    }
}
