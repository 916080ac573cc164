import Permitting
import Testing

/// The passwords that are guessed first, at an office that asks for six characters, a letter and a digit; and at one that asks
/// for nothing.
struct EasyPasswordTests {
    private static let names = ["RICH CONTRACTOR", "AEC0119", "Kootenai County"]

    private func faults(_ password: String) throws -> [PasswordRule.Fault] {
        try Kootenai.agency().signIn.password.faults(of: password, names: Self.names)
    }

    private let longPhrases = PasswordRule(
        minimum: 15, maximum: PasswordRule.longest, needsLetter: false, needsDigit: false, needsSpecialCharacter: false,
        lettersAndDigitsOnly: false)

    @Test(
        arguments: """
            password1 password123 Password1 PASSWORD2024! p4ssw0rd Passw0rd! pa55word drowssap1 passpass1 1password
            qwerty1 qwerty12 qwerty123 1qwerty qwertyuiop1 azerty123 qwertz1 asdf1234 asdfgh1 zxcvbnm1 asd123 qwe123 123qwe
            1q2w3e4r 1qaz2wsx zaq12wsx zaq1xsw2 q1w2e3r4 12qwaszx qazwsx123 p0o9i8u7 qweasdzxc123 poiu0987
            abc123 abcd1234 1234abcd abc12345 a1b2c3 a1b2c3d4 1a2b3c4d a123456 123456a ab123456 123456789a 12345q 147258a
            a159753 aaa111 a1a1a1 1111aaaa abc1abc1 x7x7x7
            letmein1 Letmein123! trustno1 welcome1 w3lcome1 hello123 admin123 Admin2024! admin1 changeme1 test123 test1234
            testtest1 login123 master1 secret1 secret123 guest123 root123 demo2026 system32 internet1 samsung1 google1
            iloveyou1 iloveyou2 1iloveyou loveme1 love123 sunshine1 princess1 angel1 babygirl1 jesus777 heaven7 blessed1
            michael1 jennifer1 jordan23 charlie1 ashley1 daniel1 hannah1 thomas1 robert1 nicole1 justin1 hunter2 maggie1
            monkey1 dragon12 tigger1 shadow1 killer1 whatever1 freedom1 superman1 batman1 pokemon1 starwars1 naruto1 blink182
            football1 baseball1 soccer10 steelers1 cowboys22 yankees2 lakers24 liverpool1 arsenal1 ronaldo7 messi10
            mustang69 corvette1 ferrari1 harley1 cookie1 cheese1 chocolate1 pepper1 ginger1 banana1 purple1 orange1
            summer2024 Summer2024! Winter23 5pring2026 fall2025 january1 october31 monday1 friday13 christmas25
            permit1 permit123 Permit2026! p3rmit99 inspection1 inspector7 building2024 builder1 contractors1 plumber1 hvac2024
            roofing1 license123 township2024 city1234 office365 etrakit1 permitportal1 cityhall1
            ncc1701 thx1138 rush2112 r2d2c3po se7en777 ou8123 2fast4u
            """.split { $0 == " " || $0 == "\n" }.map(String.init))
    func `the commonest passwords are refused, however they are dressed up`(password: String) throws {
        #expect(try faults(password) == [.tooCommon])
    }

    @Test(arguments: [
        "passwordpassword", "123456789012345", "121212121212121", "qwertyuiopasdfghjkl", "administrator1234",
        "1q2w3e4r5t6y7u8i9o",
        "letmeinletmein1",
        "correcthorsebatterystaple", "aaaaaaaaaaaaaaaaaaaa", "Thisismypassword!", "p-a-s-s-w-o-r-d-1-2-3", "   password   1234",
    ])
    func `a long one may be as common as a short one`(password: String) {
        #expect(longPhrases.faults(of: password, names: []) == [.tooCommon])
    }

    @Test(arguments: [
        "AEC0119", "aec0119", "AEC-0119", " aec 0119 ", "AEC01191", "2024aec0119", "RICH12", "rich2026!", "RichContractor1",
        "rich contractor 2", "R1chC0ntract0r", "Kootenai1", "k00tenai99", "Kootenai County 1", "KOOTENAI-COUNTY-2026",
        "119aec0119",
    ])
    func `the names of company, licence and office are refused, with digits around them or without`(password: String) throws {
        #expect(try faults(password) == [.justAName])
    }

    @Test func `so is the name of whoever it is for`() {
        let names = ["Casey Clerk", "casey.clerk@example.com", "Kootenai County"]
        for password in ["caseyclerk202626", "Casey Clerk 2026!!", "casey.clerk@example", "c4sey cl3rk 123456"] {
            #expect(longPhrases.faults(of: password, names: names) == [.justAName], "\(password)")
        }
    }

    @Test(arguments: [
        "Permit2Build", "NewRoad42", "Dodd1968", "myabc123x", "password19x", "blue7ladder", "TulipHammer42", "kx7Qp2mz",
        "Straße1",
        "Rich9Crane", "road2rich1", "AEC0119xyq", "x<script>1", "oak1elm2ash3", "密码密码密1",
    ])
    func `a password that merely holds such a word is not refused for it`(password: String) throws {
        #expect(try faults(password) == [])
    }

    @Test func `an agency's short or empty name refuses nothing by itself`() throws {
        let rule = try Kootenai.agency().signIn.password
        #expect(rule.faults(of: "Dodd1968", names: ["", "-", "A", "DO", "1968", "é"]) == [])
    }
}
