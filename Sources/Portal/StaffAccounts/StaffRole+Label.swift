import Permitting

extension StaffRole {
    /// "Clerk"
    var label: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}
