import Permitting

/// What somebody on a permit may do with an inspection there. Companies on it work together; a public user is on it by the number
/// alone, and so has to do with what he asked for himself.
struct InspectionRights {
    let mayCancel: Bool
    /// What was typed for the inspector may hold names and telephone numbers.
    let mayReadNotes: Bool

    init(_ inspection: Inspection, _ context: Context) {
        let account = context.viewer.account
        let isOwn = inspection.requester?.account == account?.id
        let isAmongCompanies = account?.kind == .company && inspection.requester?.kind != .publicUser
        mayCancel = context.may(.requestInspections) && (isOwn || account?.kind == .company)
        mayReadNotes = isOwn || isAmongCompanies
    }
}
