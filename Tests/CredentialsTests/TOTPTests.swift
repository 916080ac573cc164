import TestSupport
import Testing

@testable import Credentials

struct TOTPTests {
    /// The secret of both RFCs' examples.
    private let codes = TOTP(secret: Array("12345678901234567890".utf8))

    /// RFC 6238, appendix B, the rows of SHA-1; they have eight digits.
    @Test(arguments: [
        (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
        (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ])
    func `the examples of RFC 6238`(seconds: Int, code: String) {
        #expect(codes.code(at: seconds / TOTP.period, digits: 8) == code)
        #expect(codes.step(of: String(code.suffix(6)), at: seconds) == seconds / TOTP.period)
    }

    /// RFC 4226, appendix D.
    @Test func `the examples of RFC 4226, leading zeros kept`() {
        let published = [
            "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489",
        ]
        #expect((0..<10).map(codes.code(at:)) == published)
        #expect((0..<400).map(codes.code(at:)).contains { $0.hasPrefix("0") && $0.utf8.count == 6 })
    }

    @Test func `a code is good from one step before its own to one after, and no longer`() {
        let (step, code) = (1_000_000, codes.code(at: 1_000_000))
        let begins = step * 30
        for seconds in [begins - 30, begins - 1, begins, begins + 29, begins + 30, begins + 59] {
            #expect(codes.step(of: code, at: seconds) == step, "\(seconds - begins)")
        }
        for seconds in [begins - 31, begins + 60, 0, begins * 2] { #expect(codes.step(of: code, at: seconds) == nil) }
    }

    @Test(arguments: ["", "28708", "2870820", " 287082", "287082\n", "+87082", "２８７０８２", "28708\u{32}\u{301}"])
    func `nothing else is a code`(typed: String) {
        #expect(codes.step(of: typed, at: 30) == nil)
    }

    @Test func `another secret has other codes`() {
        let (one, other) = (TOTP(), TOTP())
        #expect(one.secret.count == 20 && one.secret != other.secret)
        #expect((0..<3).map(one.code(at:)) != (0..<3).map(other.code(at:)))
    }

    @Test func `the secret is typed off in fours, and the address names office and account`() {
        #expect(codes.groupedSecret == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
        #expect(
            codes.address(account: "kim+desk@example.com", issuer: "Kootenai County") == "otpauth://totp/"
                + "Kootenai%20County:kim%2Bdesk%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Kootenai%20County")
        #expect(codes.address(account: "a", issuer: "É:&").hasPrefix("otpauth://totp/%C3%89%3A%26:a?"))
    }

    @Test func `printing it does not print the secret`() {
        #expect("\(codes)" == "TOTP(…)")
    }
}
