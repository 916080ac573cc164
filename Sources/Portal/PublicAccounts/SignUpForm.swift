import HTTP
import Permitting

/// "Setup an Account": who somebody is, and what he will sign in with.
struct SignUpForm: Sendable {
    static let fields: [(name: String, label: String, isRequired: Bool, longest: Int)] = [
        ("name", "Name", true, PersonName.longest), ("email", "Email", true, 254), ("phone", "Phone", false, 30),
        ("address", "Address", false, 200), ("city", "City", false, 100), ("state", "State", false, 2), ("zip", "Zip", false, 10),
    ]

    let values: [String: String]
    let newPassword: NewPassword

    init(_ form: FormFields) {
        values = Dictionary(uniqueKeysWithValues: Self.fields.map { ($0.name, (form[$0.name] ?? "").trimmed) })
        newPassword = NewPassword(password: form["password"] ?? "", confirmation: form["confirmation"] ?? "")
    }

    func faults(_ agency: Agency) -> [Fault] {
        let about = Self.fields.flatMap { FieldFormat.faults(values[$0.name] ?? "", $0) }
        return about + newPassword.faults(rule: agency.signIn.password, names: names + [agency.shortName])
    }

    var email: EmailAddress? { values["email"].flatMap(EmailAddress.init(rawValue:)) }

    var person: Contractor {
        var person = Contractor(id: 0, companyName: values["name"] ?? "", license: "")
        person.email = values["email"] ?? ""
        person.phone = values["phone"] ?? ""
        person.address = values["address"] ?? ""
        person.city = values["city"] ?? ""
        person.state = (values["state"] ?? "").uppercased()
        person.zip = values["zip"] ?? ""
        return person
    }

    /// Words that alone make no password.
    private var names: [String] {
        [values["name"] ?? ""] + (values["email"] ?? "").split(separator: "@").prefix(1).map(String.init)
    }
}
