/// What the office's own people sign in with. They have no guide to follow: long rather than contrived, with no rules of composition
/// (NIST SP 800-63B-4 §3.1.1.2).
public enum StaffPassword {
    static let shortest = 15
    static let shortestWithSecondFactor = 8

    public static func rule(hasSecondFactor: Bool) -> PasswordRule {
        PasswordRule(
            minimum: hasSecondFactor ? shortestWithSecondFactor : shortest, maximum: PasswordRule.longest, needsLetter: false,
            needsDigit: false, needsSpecialCharacter: false, lettersAndDigitsOnly: false)
    }

    /// Whether it counts only together with a second factor.
    public static func isShort(_ password: String) -> Bool { password.unicodeScalars.count < shortest }
}
