import HTTP
import Permitting

/// The banner after something was done at the counter, worked out anew from the record that the address names.
struct CounterNotice {
    let context: Context

    func read(_ query: FormFields) throws -> Notice? {
        if let number = query["issued"].flatMap(PermitNumber.init(rawValue:)) {
            guard let permit = try context.records.permits.find(number), let day = permit.issuedOn else { return nil }
            return Notice(kind: .success, text: "\(number) is \(permit.status.word), issued on \(day).")
        }
        guard let text = query["assigned"], text.utf8.count <= 18, let id = Int(text),
            let inspection = try context.records.inspections.find(id: id), !inspection.inspector.isEmpty
        else { return nil }
        return Notice(
            kind: .success, text: "\(inspection.inspector) has \(inspection.type) on \(inspection.day), \(inspection.slot).")
    }
}
