import Testing

@testable import Credentials

struct HMACTests {
    struct Example: Sendable {
        var key: [UInt8]
        var message: [UInt8]
        var tag: String

        init(_ key: [UInt8], _ message: String, _ tag: String) {
            self.init(key, Array(message.utf8), tag)
        }

        init(_ key: [UInt8], _ message: [UInt8], _ tag: String) {
            (self.key, self.message, self.tag) = (key, message, tag)
        }
    }

    /// RFC 4231 §4.2 to §4.8 in its order; of §4.6 it prints the first 128 bits only.
    static let published: [Example] = [
        Example(bytes(0x0b, 20), "Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
        Example(
            Array("Jefe".utf8), "what do ya want for nothing?",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
        Example(bytes(0xaa, 20), bytes(0xdd, 50), "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
        Example(
            Array(1...25), bytes(0xcd, 50), "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"),
        Example(bytes(0x0c, 20), "Test With Truncation", "a3b6167473100ee06e0c796c2955552b"),
        Example(
            bytes(0xaa, 131), "Test Using Larger Than Block-Size Key - Hash Key First",
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"),
        Example(
            bytes(0xaa, 131),
            "This is a test using a larger than block-size key and a larger than block-size data. "
                + "The key needs to be hashed before being used by the HMAC algorithm.",
            "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"),
    ]

    /// RFC 2202 §3, test cases 1, 2, 3 and 6.
    @Test(arguments: [
        Example(bytes(0x0b, 20), "Hi There", "b617318655057264e28bc0b6fb378c8ef146be00"),
        Example(Array("Jefe".utf8), "what do ya want for nothing?", "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"),
        Example(bytes(0xaa, 20), bytes(0xdd, 50), "125d7342b9ac11cd91a39af48aa17b4f63f175d3"),
        Example(
            bytes(0xaa, 80), "Test Using Larger Than Block-Size Key - Hash Key First",
            "aa4ae5e15272d00e95705637ce8a3b55ed402112"),
    ])
    func `the examples of RFC 2202 for SHA-1`(example: Example) {
        #expect(Hex.encode(HMAC.sha1(key: example.key, example.message)) == example.tag)
    }

    @Test(arguments: published)
    func `tags are those of RFC 4231`(example: Example) {
        let tag = HMAC.sha256(key: example.key, example.message)
        #expect(tag.count == 32)
        #expect(Hex.encode(tag.prefix(example.tag.count / 2)) == example.tag)
    }

    @Test func `a tag holds for its own message and key, whole and unchanged`() {
        let key = Array("the key of Kootenai County".utf8)
        let message = Array("order 1042, 1054.70".utf8)
        let tag = HMAC.sha256(key: key, message)
        #expect(HMAC.isValid(tag, key: key, message: message))
        #expect(!HMAC.isValid(tag, key: key, message: Array("order 1042, 1.70".utf8)))
        #expect(!HMAC.isValid(tag, key: Array("another key".utf8), message: message))
        #expect(!HMAC.isValid(Array(tag.dropLast()), key: key, message: message))
        #expect(!HMAC.isValid([], key: key, message: message))
        for bit in 0..<256 {
            var forged = tag
            forged[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(!HMAC.isValid(forged, key: key, message: message), "bit \(bit)")
        }
    }

    private static func bytes(_ byte: UInt8, _ count: Int) -> [UInt8] { [UInt8](repeating: byte, count: count) }
}
