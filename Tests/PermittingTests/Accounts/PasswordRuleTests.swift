import Permitting
import Testing

struct PasswordRuleTests {
    private static let names = ["RICH CONTRACTOR", "AEC0119", "Kootenai County"]

    @Test(
        arguments: [
            ("Permit2Build", []), ("abode1", []), ("a2345678901234567890123b5", []), ("Straße1", []), ("müller9", []),
            ("Größe 2026", []),
            ("пароль1", []), ("密码密码密1", []), ("🏗️🏗️🏗️a1", []), (" oak1 ", []), ("x<script>1", []), ("\"'&;--1a", []),
            ("", [.tooShort(minimum: 6), .needsLetter, .needsDigit]), ("oaf1", [.tooShort(minimum: 6)]),
            ("äöü1x", [.tooShort(minimum: 6)]),
            ("a1345678901234567890123b56", [.tooLong(maximum: 25)]), ("abodes", [.needsDigit]), ("258036", [.needsLetter]),
            ("258-036", [.needsLetter]), ("１２３４５６a", [.needsDigit]), ("🏗🏗🏗🏗1", [.tooShort(minimum: 6), .needsLetter]),
            ("abode1\n", [.unusable]), ("abo\u{0}de1", [.unusable]), ("abode1\u{7F}", [.unusable]), ("\tabode1", [.unusable]),
        ] as [(String, [PasswordRule.Fault])])
    func `Kootenai takes six to twenty-five characters with a letter and a digit`(password: String, faults: [PasswordRule.Fault])
        throws
    {
        #expect(try Kootenai.agency().signIn.password.faults(of: password, names: Self.names) == faults)
    }

    @Test(
        arguments: [
            ("Permit2Build!", []), ("Permit2Build", [.needsSpecialCharacter]), ("Permit2 Build", []),
            ("Permit2Bü", [.needsSpecialCharacter]),
            ("Gables!!", [.needsDigit]),
        ] as [(String, [PasswordRule.Fault])])
    func `where a special character is needed, a letter of any script is none`(password: String, faults: [PasswordRule.Fault]) {
        let rule = PasswordRule(
            minimum: 8, maximum: 25, needsLetter: true, needsDigit: true, needsSpecialCharacter: true, lettersAndDigitsOnly: false
        )
        #expect(rule.faults(of: password, names: []) == faults)
    }

    @Test(
        arguments: [
            ("Gables2", []), ("Gables-2", [.lettersAndDigitsOnly]), ("Gables 2", [.lettersAndDigitsOnly]), ("gables", []),
            ("258036", []),
        ] as [(String, [PasswordRule.Fault])])
    func `where only letters and digits are taken, nothing else is`(password: String, faults: [PasswordRule.Fault]) {
        let rule = PasswordRule(
            minimum: 6, maximum: 15, needsLetter: false, needsDigit: false, needsSpecialCharacter: false,
            lettersAndDigitsOnly: true)
        #expect(rule.faults(of: password, names: []) == faults)
    }

    @Test(
        arguments: [
            ("Gable2", []), ("Gable2Gable2Gab", []), ("Gab12", [.tooShort(minimum: 6)]),
            ("Gable2Gable2Gabl", [.tooLong(maximum: 15)]), ("Gable_2", [.lettersAndDigitsOnly]),
        ] as [(String, [PasswordRule.Fault])])
    func `Hemet takes six to fifteen letters and digits, and says so`(password: String, faults: [PasswordRule.Fault]) {
        let rule = PasswordRule(
            minimum: 6, maximum: 15, needsLetter: false, needsDigit: false, needsSpecialCharacter: false,
            lettersAndDigitsOnly: true)
        #expect(rule.faults(of: password, names: []) == faults)
        #expect(
            rule.sentences == [
                "Minimum of 6 characters", "Maximum of 15 characters", "Letters and numbers only",
                "Note: Password is case sensitive",
            ])
    }

    @Test func `Harnett's rules are listed with the special character`() {
        let rule = PasswordRule(
            minimum: 8, maximum: 25, needsLetter: true, needsDigit: true, needsSpecialCharacter: true, lettersAndDigitsOnly: false
        )
        #expect(
            rule.sentences == [
                "Minimum of 8 characters", "Maximum of 25 characters", "At least one letter and 1 number",
                "At least one special character", "Note: Password is case sensitive",
            ])
    }

    @Test func `the rules are listed in the guide's words`() throws {
        #expect(
            try Kootenai.agency().signIn.password.sentences == [
                "Minimum of 6 characters", "Maximum of 25 characters", "At least one letter and 1 number",
                "Note: Password is case sensitive",
            ])
    }

    @Test(
        arguments: [
            (true, false, ["At least one letter"]), (false, true, ["At least 1 number"]), (false, false, []),
        ] as [(Bool, Bool, [String])])
    func `only rules that hold are listed`(letter: Bool, digit: Bool, sentences: [String]) {
        func rule(special: Bool, plain: Bool) -> PasswordRule {
            PasswordRule(
                minimum: 8, maximum: 25, needsLetter: letter, needsDigit: digit, needsSpecialCharacter: special,
                lettersAndDigitsOnly: plain)
        }
        #expect(rule(special: false, plain: false).sentences.dropFirst(2).dropLast() == sentences[...])
        #expect(rule(special: true, plain: false).sentences.contains("At least one special character"))
        #expect(rule(special: false, plain: true).sentences.contains("Letters and numbers only"))
    }
}
