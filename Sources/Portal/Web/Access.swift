import Permitting

/// Who may come in by a route.
enum Access: Sendable {
    case anyone
    /// A contractor who has a password of their own.
    case contractor
    /// A contractor who came with a first password and has to set one.
    case settingUp
    case staff(StaffRole.Right)
}
