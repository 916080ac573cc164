import HTTP
import Mustache
import Permitting

/// Inviting somebody new.
struct NewStaffAccountPage: Page {
    static let template = "StaffAccounts/New"
    let name: Field
    let email: Field
    let role: Choice
    let faults: [Fault]

    init(typed: StaffAccountForm? = nil, faults: [Fault] = []) {
        var name = Field("name", "Name")
        name.value = typed?.name ?? ""
        name.autocomplete = "off"
        name.maxlength = 100
        name.error = faults.text("name")
        var email = Field("email", "Email")
        email.type = "email"
        email.value = typed?.email ?? ""
        email.hint = "The link to set a password goes there."
        email.autocomplete = "off"
        email.maxlength = 254
        email.error = faults.text("email")
        (self.name, self.email) = (name, email)
        role = Self.roles(selected: typed?.roleWord ?? "", error: faults.text("role"), prompt: "Choose…")
        self.faults = faults
    }

    static func roles(selected: String, error: String?, prompt: String?) -> Choice {
        let options = StaffRole.allCases.map { Choice.Option(value: $0.rawValue, label: $0.label) }
        var choice = Choice(name: "role", label: "Role", options: options, selected: selected)
        choice.error = error
        choice.prompt = prompt
        return choice
    }

    static let sample = NewStaffAccountPage(
        typed: StaffAccountForm(FormFields([("name", "Noa New")])), faults: [Fault("email", "Enter an email address")])
    private static let shape = Shape("action", "accountsAddress", "name", "email", "role")
    var value: Value {
        Self.shape(
            .text(Link.newStaffAccount.address), .text(Link.staffAccounts.address), name.content, email.content, role.content)
    }
}
