import TestSupport
import Testing

@testable import Credentials

struct RecoveryCodeTests {
    @Test func `a code is two groups of five, and no two are alike`() throws {
        let codes = (0..<200).map { _ in RecoveryCode.make() }
        #expect(Set(codes).count == codes.count)
        for code in codes { #expect(code.wholeMatch(of: #/[A-Z2-7]{5}-[A-Z2-7]{5}/#) != nil) }
        var generator = SeededGenerator(seed: 1)
        let letters = Set((0..<100).flatMap { _ in RecoveryCode.make(using: &generator).utf8 })
        #expect(letters.subtracting([UInt8(ascii: "-")]) == Set(Base32.alphabet))
    }

    @Test(arguments: ["JBSWY-3DPEH", "jbswy3dpeh", " jbswy 3dpeh ", "JBSW-Y3DP-EH"])
    func `it is known however it is typed`(typed: String) {
        #expect(RecoveryCode.normalized(typed) == "JBSWY-3DPEH")
    }

    @Test(arguments: ["", "287082", "JBSWY-3DPE", "JBSWY-3DPEHX", "JBSWY-3DPE1", "JBSWY-3DPE\u{212A}", "ÄBSWY-3DPEH"])
    func `what is no such code is told apart`(typed: String) {
        #expect(RecoveryCode.normalized(typed) == nil)
    }
}
