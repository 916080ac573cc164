import Credentials
import Testing

struct ConstantTimeTests {
    @Test func `equal is equal and nothing else is`() {
        let secret = (0..<32).map { UInt8($0) }
        #expect(ConstantTime.equal(secret, secret))
        #expect(ConstantTime.equal([], []))
        #expect(!ConstantTime.equal(secret, Array(secret.dropLast())))
        #expect(!ConstantTime.equal(secret, secret + [0]))
        for index in secret.indices {
            var other = secret
            other[index] ^= 0x80
            #expect(!ConstantTime.equal(secret, other), "byte \(index)")
        }
    }

    @Test func `two changes do not cancel each other out`() {
        #expect(!ConstantTime.equal([1, 2], [2, 1]))
        #expect(!ConstantTime.equal([0x80, 0x80], [0, 0]))
    }

    @Test func `texts that only look alike differ`() {
        #expect("caf\u{e9}" == "cafe\u{301}")
        #expect(!ConstantTime.equal("caf\u{e9}", "cafe\u{301}"))
        #expect(ConstantTime.equal("caf\u{e9}", "caf\u{e9}"))
    }
}
