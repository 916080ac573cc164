import HTTP
import Permitting

/// Somebody new at the office.
struct StaffAccountForm: Sendable {
    private static let longestName = 100

    let name: String
    let email: String
    let roleWord: String

    init(_ fields: FormFields) {
        name = (fields["name"] ?? "").trimmed
        email = (fields["email"] ?? "").trimmed
        roleWord = fields["role"] ?? ""
    }

    var role: StaffRole? { StaffRole(rawValue: roleWord) }

    var faults: [Fault] {
        var faults: [Fault] = []
        if name.isEmpty {
            faults.append(Fault("name", "Fill in Name"))
        } else if name.count > Self.longestName {
            faults.append(Fault("name", "Name may have at most \(Self.longestName) characters"))
        } else if let wrong = FieldFormat.fault("name", name) {
            faults.append(Fault("name", wrong))
        }
        if let wrong = FieldFormat.fault("email", email) { faults.append(Fault("email", wrong)) }
        if role == nil { faults.append(Fault("role", "Choose a role")) }
        return faults
    }
}
