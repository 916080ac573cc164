import Permitting
import Storage

/// A permit as somebody may see it. Those on it and the office see all; everybody else sees what is public.
struct PermitView {
    let permit: Permit
    let isFull: Bool
    /// A company on the permit: it may ask for inspections and pay.
    let isParty: Bool

    init(_ context: Context) throws {
        permit = try context.permit()
        if let contractor = context.viewer.contractorID, !context.visit.isSettingUp {
            isParty = try context.records.permits.isParty(contractor: contractor, permit: permit.id)
        } else {
            isParty = false
        }
        isFull = isParty || context.viewer.staffMember != nil
    }

    /// Contacts, fees and attachments are for those on the permit and the office.
    func requireFull(_ context: Context) throws {
        guard !isFull else { return }
        if case .anonymous = context.viewer { throw PortalError.signInNeeded(next: Link.permit(permit.number, .info).address) }
        throw PortalError.forbidden
    }
}
