import Permitting
import Testing

/// One thing at a time opens an account.
struct AccountKeyTests {
    private static func key(
        _ office: FirstPassword, password: String? = nil, issued: String? = nil, telephone: String = "910-555-0142"
    ) -> AccountKey? {
        AccountKey(passwordHash: password, issuedHash: issued, telephone: telephone, at: office)
    }

    @Test(arguments: FirstPassword.allCases)
    func `a password is all that opens an account that has one`(office: FirstPassword) {
        for issued in [nil, "issued"] {
            let key = Self.key(office, password: "own", issued: issued)
            #expect(key == .password("own") && key?.isFirst == false)
        }
    }

    @Test(arguments: [FirstPassword.pin, .registrationCode, .phone])
    func `what the office issued opens an account without a password`(office: FirstPassword) {
        let key = Self.key(office, issued: "issued")
        #expect(key == .issued("issued") && key?.isFirst == true)
    }

    @Test func `a telephone number opens an account only where the agency says so`() {
        #expect(Self.key(.phone) == .telephone("0142"))
        #expect(Self.key(.phone)?.isFirst == true)
        #expect(Self.key(.phone, telephone: "") == nil)
        #expect(Self.key(.phone, telephone: "555-0142") == nil)
        for office in [FirstPassword.pin, .registrationCode, .resetLink] { #expect(Self.key(office) == nil) }
    }

    @Test func `where mail alone gives a password, nothing issued opens anything`() {
        #expect(Self.key(.resetLink, issued: "issued") == nil)
    }

    @Test(
        arguments: [
            (.pin, .password("x"), true, true), (.pin, .password("x"), false, true),
            (.pin, .issued("x"), true, false), (.pin, .issued("x"), false, true), (.pin, nil, false, false),
            (.pin, nil, true, false),
            (.phone, .telephone("0142"), false, true), (.phone, .telephone("0142"), true, false), (.phone, nil, false, false),
            (.registrationCode, .issued("x"), false, true), (.registrationCode, nil, false, false),
            (.resetLink, nil, false, true),
            (.resetLink, .password("x"), false, true),
        ] as [(FirstPassword, AccountKey?, Bool, Bool)])
    func `mail gives a password to whom the office let in, and to all where it is the way in`(
        office: FirstPassword, key: AccountKey?, asksQuestion: Bool, isOpen: Bool
    ) throws {
        let signIn = try Kootenai.agency {
            $0["signIn", "firstPassword"] = .text(office.rawValue)
            $0["signIn", "afterFirstPassword"] = office == .resetLink ? nil : .text("setUp")
            $0["signIn", "securityQuestion"] = .flag(asksQuestion)
        }.signIn
        #expect(PasswordReset.isOpen(key, signIn: signIn) == isOpen)
    }
}
