import HTTP
import Permitting

/// Whom to invite.
struct MemberForm: Sendable {
    var name = ""
    var email = ""
    var mayManage = false

    init() {}

    init(_ fields: FormFields) {
        name = (fields["name"] ?? "").trimmed
        email = (fields["email"] ?? "").trimmed
        mayManage = fields["manage"] == "yes"
    }

    var faults: [Fault] {
        var faults = Self.faults(ofName: name)
        if email.isEmpty {
            faults.append(Fault("email", "Fill in Email"))
        } else if let wrong = FieldFormat.fault("email", email) {
            faults.append(Fault("email", wrong))
        }
        return faults
    }

    static func faults(ofName name: String) -> [Fault] {
        if name.isEmpty { return [Fault("name", "Fill in Name")] }
        if name.count > Member.longestName {
            return [Fault("name", "Name may have at most \(Member.longestName) characters")]
        }
        return FieldFormat.fault("name", name).map { [Fault("name", $0)] } ?? []
    }
}
