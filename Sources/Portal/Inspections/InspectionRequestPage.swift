import Mustache
import Permitting

/// "PERMIT Inspection Request - NUMBER"
struct InspectionRequestPage: Page {
    static let template = "Inspections/New"
    let number: String
    let address: String
    let cancelAddress: String
    let refusal: String?
    let contactFields: [Field]
    let notes: String
    let rows: [(row: InspectionForm.Row, text: String)]
    let choices: [Choice]
    let reasons: [(type: String, reason: String)]
    let facts: [String]
    let faults: [Fault]
    let notice: Notice?

    init(
        _ form: InspectionForm, _ permit: Permit, _ check: InspectionCheck, _ context: Context, faults: [Fault] = [],
        notice: Notice? = nil
    ) throws {
        let rules = context.rules
        let inspections = try context.records.inspections.all(permit: permit.id)
        let offers = rules.offers(permitType: permit.type, inspections: inspections)
        let slots = context.agency.inspections.slots
        number = permit.number.rawValue
        address = Link.newInspection(permit.number).address
        cancelAddress = Link.dashboard.address
        refusal = try check.refusal(context.records).map(RefusalText.sentence)
        notes = form.notes
        rows = form.rows.map { row in
            let slot = slots.first { $0.name == row.slot }?.label ?? row.slot
            return (row, "\(row.type), \(AgencyDay(rawValue: row.day)?.description ?? row.day), \(slot)")
        }
        let added = Set(form.rows.map(\.type))
        choices =
            InspectionChoices(
                types: offers.filter { $0.refusal == nil && !added.contains($0.type.name) }.map(\.type.name),
                days: rules.openDays,
                slots: slots, typed: form.typed, isNeeded: form.rows.isEmpty, faults: faults
            ).all
        reasons = offers.compactMap { offer in offer.refusal.map { (offer.type.name, RefusalText.sentence($0)) } }
        facts = InspectionFacts(context: context).sentences
        self.faults = faults
        self.notice = notice
        contactFields = Self.contactFields(form, faults)
    }

    private static func contactFields(_ form: InspectionForm, _ faults: [Fault]) -> [Field] {
        let known = [
            ("contact", "Contact Name", "text", form.contactName, "name"), ("phone", "Phone Number", "tel", form.phone, "tel"),
            ("site", "Site Address", "text", form.siteAddress, "off"), ("email", "Email Address", "email", form.email, "email"),
        ]
        return known.map { name, label, type, value, autocomplete in
            var field = Field(name, label)
            field.type = type
            field.value = value
            field.autocomplete = autocomplete
            field.error = faults.text(name)
            return field
        }
    }

    private init() {
        number = "RES16-0304"
        address = "/permits/RES16-0304/inspections/new"
        cancelAddress = "/dashboard"
        refusal = "The permit is SUBMITTED."
        contactFields = [Field("contact", "Contact Name")]
        notes = "Gate code 1234"
        rows = [(InspectionForm.Row(type: "FRAMING", day: "2026-11-24", slot: "AM"), "FRAMING, Tue, Nov 24, 2026, AM")]
        choices = [Choice(name: "type", label: "Inspection Type", options: [.init(value: "FINAL", label: "FINAL")])]
        reasons = [("FINAL", "needs FRAMING passed first")]
        facts = ["Inspections can be booked up to 14 days ahead."]
        faults = [Fault("type", "Choose an inspection type")]
        notice = nil
    }

    static let sample = InspectionRequestPage()
    private static let shape = Shape(
        "number", "action", "cancelAddress", "refusal", "contactFields", "notes", "notesError", "rows", "choices", "reasons",
        "facts")
    private static let rowShape = Shape("index", "type", "day", "time", "text")
    private static let reasonShape = Shape("type", "reason")
    var value: Value {
        Self.shape(
            .text(number), .text(address), .text(cancelAddress), .optional(refusal), .list(contactFields.map(\.content)),
            .filled(notes), .optional(faults.text("notes")),
            .list(
                rows.enumerated().map { index, row in
                    Self.rowShape(
                        .text(String(index)), .text(row.row.type), .text(row.row.day), .text(row.row.slot), .text(row.text))
                }),
            .list(choices.map(\.content)), .list(reasons.map { Self.reasonShape(.text($0.type), .text($0.reason)) }),
            .list(facts.map { .text($0) }))
    }
}
