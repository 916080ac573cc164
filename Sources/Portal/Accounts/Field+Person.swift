extension Field {
    private static let autocompletes = [
        "name": "name", "address": "street-address", "city": "address-level2", "state": "address-level1", "zip": "postal-code",
        "email": "email", "phone": "tel", "cell-phone": "tel", "fax": "tel",
    ]

    /// A field about a person or a company, of a profile or of a new account.
    init(known: (name: String, label: String, isRequired: Bool, longest: Int), value: String, faults: [Fault]) {
        self.init(known.name, known.label)
        self.value = value
        need = known.isRequired ? .required : .optional
        maxlength = known.longest
        autocomplete = Self.autocompletes[known.name]
        error = faults.text(known.name)
        switch known.name {
        case "email": type = "email"
        case "phone", "cell-phone", "fax": (type, size) = ("tel", "medium")
        case "state", "zip": size = "short"
        default: break
        }
    }
}
