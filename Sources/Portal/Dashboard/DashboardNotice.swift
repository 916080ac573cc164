import HTTP
import Permitting

/// The banner after something was done, worked out anew from the record it names, so that a reload says the same.
struct DashboardNotice {
    let context: Context

    func read(_ query: FormFields) throws -> Notice? {
        let booked = query.values("requested").prefix(20).compactMap { $0.utf8.count <= 18 ? Int($0) : nil }
        if !booked.isEmpty { return try requested(booked) }
        if let cancelled = query["cancelled"], cancelled.utf8.count <= 18, let id = Int(cancelled) {
            return try self.cancelled(id)
        }
        if let number = query["linked"] { return try linked(number) }
        return nil
    }

    private func linked(_ text: String) throws -> Notice? {
        guard let number = PermitNumber(rawValue: text), let permit = try context.records.permits.find(number),
            try context.records.permits.isParty(contractor: try context.contractorID(), permit: permit.id)
        else { return nil }
        return Notice(kind: .success, text: "Permit \(number) is linked: it stands on your dashboard.")
    }

    /// Reference, window and until when it can be cancelled.
    private func requested(_ ids: [Int]) throws -> Notice? {
        let mine = try ids.compactMap(own).filter { $0.state == .requested }
        guard !mine.isEmpty else { return nil }
        let lines = mine.map { inspection in
            let until = CancellationText(agency: context.agency).until(inspection.day)
            return
                "\(inspection.type) on \(inspection.day), \(window(inspection.slot)) (reference \(inspection.id)), which can be cancelled here until \(until)"
        }
        return Notice(kind: .success, text: "Your request was received: \(lines.joined(separator: "; ")).")
    }

    private func cancelled(_ id: Int) throws -> Notice? {
        guard let inspection = try own(id), inspection.state == .cancelled else { return nil }
        return Notice(
            kind: .success, text: "The inspection \(inspection.type) on \(inspection.day) (reference \(id)) is cancelled.")
    }

    private func own(_ id: Int) throws -> Inspection? {
        guard let inspection = try context.records.inspections.find(id: id),
            try context.records.permits.isParty(contractor: try context.contractorID(), permit: inspection.permitID)
        else { return nil }
        return inspection
    }

    private func window(_ name: String) -> String {
        context.agency.inspections.slots.first { $0.name == name }?.label ?? name
    }
}
