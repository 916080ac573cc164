import Testing

@testable import Credentials

struct SHA256Tests {
    /// Message and digest: the NIST's examples to FIPS 180-4, one and two blocks, and its additional examples at the
    /// lengths around the end of a block.
    static let published: [(message: [UInt8], digest: String)] = [
        (Array("abc".utf8), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ([], "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (
            Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            Array(
                ("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
                    + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu").utf8),
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
        ([0xbd], "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b"),
        ([0xc9, 0x8c, 0x8e, 0x55], "7abc22c0ae5af26ce93dbb94433a0e0b2e119d014f8e7f65bd56c61ccccd9504"),
        (zeros(55), "02779466cdec163811d078815c633f21901413081449002f24aa3e80f0b88ef7"),
        (zeros(56), "d4817aa5497628e7c77e6b606107042bbba3130888c5f47a375e6179be789fbb"),
        (zeros(57), "65a16cb7861335d5ace3c60718b5052e44660726da4cd13bb745381b235a1785"),
        (zeros(64), "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b"),
    ]

    @Test(arguments: published)
    func `digests are those the NIST has published`(message: [UInt8], digest: String) {
        #expect(Hex.encode(SHA256.digest(message)) == digest)
    }

    @Test func `a million letters a give the published digest, a thousand at a time`() {
        let thousand = [UInt8](repeating: UInt8(ascii: "a"), count: 1000)
        var hasher = SHA256()
        for _ in 0..<1000 { hasher.update(thousand) }
        #expect(
            Hex.encode(hasher.finish()) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    /// The expected value was computed with Python's hashlib.
    @Test func `every length from nothing to two blocks is right`() {
        var digests = SHA256()
        for length in 0...130 { digests.update(SHA256.digest(0..<UInt8(length))) }
        #expect(
            Hex.encode(digests.finish()) == "e5bbbecd60c3632a3455f465bfd8b079c30ef608d2bcc34227f4e5573029020e")
    }

    @Test func `it does not matter where a message is cut`() {
        let message = (0..<200).map { UInt8($0) }
        let whole = SHA256.digest(message)
        for cut in 0...message.count {
            var hasher = SHA256()
            hasher.update(message[..<cut])
            hasher.update(message[cut...])
            #expect(hasher.finish() == whole, "cut at \(cut)")
        }
        var hasher = SHA256()
        for byte in message { hasher.update(CollectionOfOne(byte)) }
        #expect(hasher.finish() == whole)
    }

    @Test func `a copied hasher goes its own way`() {
        var first = SHA256()
        first.update("a".utf8)
        var second = first
        first.update("bc".utf8)
        second.update("xy".utf8)
        #expect(first.finish() == SHA256.digest("abc".utf8))
        #expect(second.finish() == SHA256.digest("axy".utf8))
    }

    private static func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }
}
