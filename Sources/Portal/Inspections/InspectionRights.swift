import Permitting
import Storage

/// What somebody on a permit may do with an inspection there. Companies on it work together; a public user is on it by the number
/// alone, and so has to do with what he asked for himself.
struct InspectionRights {
    let mayCancel: Bool
    /// People write their telephone numbers there; another company or user on the permit is not to have them.
    let mayReadNotes: Bool

    init(_ inspection: Inspection, _ context: Context) throws {
        let account = context.viewer.account
        let isOwn = try context.records.inspections.requester(of: inspection.id) == account?.id
        mayCancel = context.may(.requestInspections) && (isOwn || account?.kind == .company)
        mayReadNotes = isOwn
    }
}
