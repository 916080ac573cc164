import Permitting

/// A new password, typed twice and held against the agency's rule.
struct NewPassword: Sendable {
    let password: String
    let confirmation: String

    func faults(rule: PasswordRule, names: [String]) -> [Fault] {
        if password.isEmpty { return [Fault("password", "Type a password")] }
        let wrong = rule.faults(of: password, names: names)
        if !wrong.isEmpty { return [Fault("password", wrong.map(Self.words).joined(separator: ". "))] }
        guard Array(password.utf8) == Array(confirmation.utf8) else {
            return [Fault("confirmation", "The two passwords are not the same")]
        }
        return []
    }

    private static func words(_ fault: PasswordRule.Fault) -> String {
        switch fault {
        case .tooShort(let minimum): "The password needs at least \(minimum) characters"
        case .tooLong(let maximum): "The password may have at most \(maximum) characters"
        case .needsLetter: "The password needs at least one letter"
        case .needsDigit: "The password needs at least 1 number"
        case .needsSpecialCharacter: "The password needs at least one special character"
        case .lettersAndDigitsOnly: "The password may have letters and numbers only"
        case .tooCommon:
            "This password is too easy to guess: it is a well-known word or a row of keys, if with numbers around it. Put several words together"
        case .justAName:
            "This password is too easy to guess: it is only a name that belongs to you or the office, if with numbers around it. Put several words together"
        case .unusable: "The password holds a character that cannot be typed everywhere"
        }
    }

    static func fields(_ faults: [Fault], need: Field.Need) -> [Field] {
        [("password", "Password"), ("confirmation", "Confirm Password")].map { name, label in
            var field = Field(name, label)
            field.type = "password"
            field.autocomplete = "new-password"
            field.need = need
            field.error = faults.text(name)
            return field
        }
    }
}
