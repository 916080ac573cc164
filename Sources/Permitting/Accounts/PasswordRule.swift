/// What a new password must be, as the agency's guide prints it.
public struct PasswordRule: Sendable, Equatable {
    public enum Fault: Error, Sendable, Equatable {
        case tooShort(minimum: Int)
        case tooLong(maximum: Int)
        case needsLetter
        case needsDigit
        case needsSpecialCharacter
        case lettersAndDigitsOnly
        /// One of the passwords that are guessed first, as a whole.
        case tooCommon
        /// Just a name: the agency's, the company's or the user's, with digits around it or without.
        case justAName
        /// It holds a control character, which no keyboard types on purpose.
        case unusable
    }

    /// So many characters of four bytes each are still hashed whole: libcrypt takes 511 bytes.
    public static let longest = 127

    public let minimum: Int
    public let maximum: Int
    public let needsLetter: Bool
    public let needsDigit: Bool
    public let needsSpecialCharacter: Bool
    public let lettersAndDigitsOnly: Bool

    public init(
        minimum: Int, maximum: Int, needsLetter: Bool, needsDigit: Bool, needsSpecialCharacter: Bool, lettersAndDigitsOnly: Bool
    ) {
        self.minimum = minimum
        self.maximum = maximum
        self.needsLetter = needsLetter
        self.needsDigit = needsDigit
        self.needsSpecialCharacter = needsSpecialCharacter
        self.lettersAndDigitsOnly = lettersAndDigitsOnly
    }

    /// The password is taken as typed: never trimmed or cut. `names` are the words that alone make no password.
    public func faults(of password: String, names: [String]) -> [Fault] {
        var faults: [Fault] = []
        let characters = password.unicodeScalars
        if characters.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) { faults.append(.unusable) }
        if characters.count < minimum { faults.append(.tooShort(minimum: minimum)) }
        if characters.count > maximum { faults.append(.tooLong(maximum: maximum)) }
        if needsLetter && !characters.contains(where: \.properties.isAlphabetic) { faults.append(.needsLetter) }
        if needsDigit && !characters.contains(where: Self.isDigit) { faults.append(.needsDigit) }
        let plain = characters.allSatisfy { $0.properties.isAlphabetic || Self.isDigit($0) }
        if needsSpecialCharacter && plain { faults.append(.needsSpecialCharacter) }
        if lettersAndDigitsOnly && !plain { faults.append(.lettersAndDigitsOnly) }
        guard faults.isEmpty else { return faults }
        if EasyPassword.isName(password, among: names) {
            faults.append(.justAName)
        } else if EasyPassword.isCommon(password) {
            faults.append(.tooCommon)
        }
        return faults
    }

    /// The rules as a list, in the guide's words.
    public var sentences: [String] {
        var sentences = ["Minimum of \(minimum) characters", "Maximum of \(maximum) characters"]
        switch (needsLetter, needsDigit) {
        case (true, true): sentences.append("At least one letter and 1 number")
        case (true, false): sentences.append("At least one letter")
        case (false, true): sentences.append("At least 1 number")
        case (false, false): break
        }
        if needsSpecialCharacter { sentences.append("At least one special character") }
        if lettersAndDigitsOnly { sentences.append("Letters and numbers only") }
        sentences.append("Note: Password is case sensitive")
        return sentences
    }

    private static func isDigit(_ character: Unicode.Scalar) -> Bool { ("0"..."9").contains(character) }
}
