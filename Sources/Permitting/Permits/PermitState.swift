/// What the portal makes of an office's own word for a permit's status. The word stays what users see.
public enum PermitState: String, CaseIterable, Sendable {
    /// Applied for: submitted, in review, waiting for approval.
    case pending
    /// Approved; it becomes active when the fees are paid and the office issues it.
    case ready
    /// Issued: work may go on and inspections may be asked for.
    case active
    case finaled
    case expired
    case cancelled
    /// A word the agency file does not know: shown as it stands, never active.
    case unknown
}
