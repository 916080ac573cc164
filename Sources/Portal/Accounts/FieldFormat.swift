import Permitting

/// What a telephone number, a mail address, a state or a zip looks like; forgiving, because people write them in many ways.
enum FieldFormat {
    /// What is wrong with a field of a form, empty or not.
    static func faults(_ value: String, _ field: (name: String, label: String, isRequired: Bool, longest: Int)) -> [Fault] {
        if value.isEmpty { return field.isRequired ? [Fault(field.name, "Fill in \(field.label)")] : [] }
        if value.count > field.longest {
            return [Fault(field.name, "\(field.label) may have at most \(field.longest) characters")]
        }
        return fault(field.name, value).map { [Fault(field.name, $0)] } ?? []
    }

    static func fault(_ name: String, _ value: String) -> String? {
        if value.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
            return "This holds a character that cannot be saved"
        }
        switch name {
        case "name" where PersonName(rawValue: value) == nil:
            return "Enter your name as people write it, without addresses or links"
        case "email" where !isEmail(value): return "Enter an email address, like name@example.com"
        case "phone" where !isTelephone(value), "cell-phone" where !isTelephone(value), "fax" where !isTelephone(value):
            return "Enter a telephone number with its area code, like 208-555-0119"
        case "state" where !isState(value): return "Enter the state as two letters, like ID"
        case "zip" where !isZip(value): return "Enter a zip code, like 83814 or 83814-1234"
        default: return nil
        }
    }

    static func isTelephone(_ text: String) -> Bool {
        let digits = text.unicodeScalars.filter { ("0"..."9").contains($0) }.count
        let isPlain = text.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || " -().+/xX".unicodeScalars.contains($0) }
        return isPlain && (10...15).contains(digits)
    }

    static func isEmail(_ text: String) -> Bool { EmailAddress(rawValue: text) != nil }

    private static func isState(_ text: String) -> Bool {
        text.utf8.count == 2 && text.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0 & 0xDF) }
    }

    private static func isZip(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 5 || bytes.count == 10 else { return false }
        return bytes.enumerated().allSatisfy { index, byte in
            index == 5 ? byte == UInt8(ascii: "-") : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
    }
}
