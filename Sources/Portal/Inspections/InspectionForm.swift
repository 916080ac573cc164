import HTTP
import Permitting

/// A request for inspections as typed: who to talk to, the rows added so far, and the row being typed.
struct InspectionForm: Sendable {
    struct Row: Sendable, Equatable {
        let type: String
        let day: String
        let slot: String

        var isBlank: Bool { type.isEmpty && day.isEmpty && slot.isEmpty }
    }

    enum Action: Sendable, Equatable {
        case add
        case remove(Int)
        case submit
    }

    /// More than any permit has types.
    static let mostRows = 20
    static let longestNotes = 2_000

    var contactName = ""
    var phone = ""
    var siteAddress = ""
    var email = ""
    var notes = ""
    var rows: [Row] = []
    var typed = Row(type: "", day: "", slot: "")

    /// What stands there at first: the company's own data and the permit's address.
    init(contractor: Contractor, permit: Permit) {
        contactName = contractor.companyName
        phone = contractor.phone
        siteAddress = permit.site.line
        email = contractor.email
    }

    init(_ fields: FormFields) {
        contactName = (fields["contact"] ?? "").trimmed
        phone = (fields["phone"] ?? "").trimmed
        siteAddress = (fields["site"] ?? "").trimmed
        email = (fields["email"] ?? "").trimmed
        notes = fields["notes"] ?? ""
        let (types, days, slots) = (fields.values("row-type"), fields.values("row-day"), fields.values("row-time"))
        rows = (0..<min(types.count, days.count, slots.count, Self.mostRows)).map {
            Row(type: types[$0], day: days[$0], slot: slots[$0])
        }
        typed = Row(type: fields["type"] ?? "", day: fields["day"] ?? "", slot: fields["time"] ?? "")
    }

    /// Which button was pressed; Enter in a field sends it all.
    static func action(_ fields: FormFields) -> Action {
        if let text = fields["remove"], text.utf8.count <= 3, let index = Int(text) { return .remove(index) }
        return fields["action"] == "add" ? .add : .submit
    }

    var contactFaults: [Fault] {
        var faults: [Fault] = []
        for (name, label, value) in [
            ("contact", "Contact Name", contactName), ("phone", "Phone Number", phone), ("site", "Site Address", siteAddress),
            ("email", "Email Address", email),
        ] {
            if value.isEmpty {
                faults.append(Fault(name, "Fill in \(label)"))
            } else if value.count > 250 {
                faults.append(Fault(name, "\(label) may have at most 250 characters"))
            } else if let wrong = FieldFormat.fault(name, value) {
                faults.append(Fault(name, wrong))
            }
        }
        if notes.count > Self.longestNotes {
            faults.append(Fault("notes", "The notes may have at most \(Self.longestNotes) characters"))
        }
        return faults
    }
}
