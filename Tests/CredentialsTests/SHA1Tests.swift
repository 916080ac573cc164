import Testing

@testable import Credentials

struct SHA1Tests {
    /// NIST's examples for FIPS 180 (csrc.nist.gov, SHA1.pdf), and of nothing at all.
    @Test(arguments: [
        ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"), ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
        ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "84983e441c3bd26ebaae4aa1f95129e5e54670f1"),
    ])
    func `the examples of FIPS 180`(message: String, digest: String) {
        #expect(Hex.encode(SHA1.digest(Array(message.utf8))) == digest)
    }

    /// As Python's hashlib has them: one block full to the byte before the length, at it, and past it.
    @Test(arguments: [
        (55, "c1c8bbdc22796e28c0e15163d20899b65621d65a"), (56, "c2db330f6083854c99d4b5bfb6e8f29f201be699"),
        (64, "0098ba824b5c16427bd7a1122a5a442a25ec644d"), (119, "ee971065aaa017e0632a8ca6c77bb3bf8b1dfc56"),
        (120, "f34c1488385346a55709ba056ddd08280dd4c6d6"),
    ])
    func `the length fits behind the message or takes another block`(count: Int, digest: String) {
        #expect(Hex.encode(SHA1.digest([UInt8](repeating: UInt8(ascii: "a"), count: count))) == digest)
    }
}
