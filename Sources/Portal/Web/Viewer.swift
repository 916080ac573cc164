import Permitting

/// Who is looking.
enum Viewer: Sendable {
    case anonymous
    case contractor(id: Int, name: String, cartCount: Int)
    case staff(StaffMember)

    var contractorID: Int? {
        if case .contractor(let id, _, _) = self { return id }
        return nil
    }

    var staffMember: StaffMember? {
        if case .staff(let member) = self { return member }
        return nil
    }
}
