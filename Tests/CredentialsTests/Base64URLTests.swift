import Credentials
import Testing

struct Base64URLTests {
    /// RFC 4648 §10 without its padding, and two pairs that need the signs of §5.
    static let published: [([UInt8], String)] = [
        ([], ""), (Array("f".utf8), "Zg"), (Array("fo".utf8), "Zm8"), (Array("foo".utf8), "Zm9v"),
        (Array("foob".utf8), "Zm9vYg"), (Array("fooba".utf8), "Zm9vYmE"), (Array("foobar".utf8), "Zm9vYmFy"),
        ([0xff, 0xff, 0xff], "____"), ([0xfb, 0xef, 0xbe], "----"), ([0x14, 0xfb, 0x9c, 0x03, 0xd9, 0x7e], "FPucA9l-"),
    ]

    @Test(arguments: published)
    func `the examples of RFC 4648 go there and back`(bytes: [UInt8], text: String) {
        #expect(Base64URL.encode(bytes) == text)
        #expect(Base64URL.decode(text) == bytes)
    }

    @Test func `every byte goes there and back at every place in a group of three`() {
        for offset in 0..<3 {
            let bytes = [UInt8](repeating: 0xa5, count: offset) + (0...255).map { UInt8($0) }
            #expect(Base64URL.decode(Base64URL.encode(bytes)) == bytes)
        }
    }

    @Test func `no two texts give the same bytes`() {
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
        let accepted = alphabet.filter { Base64URL.decode("A\($0)") != nil }
        #expect(accepted == "AQgw", "of two digits the last four bits must be zero")
        let third = alphabet.filter { Base64URL.decode("AA\($0)") != nil }
        #expect(third == "AEIMQUYcgkosw048", "of three digits the last two bits must be zero")
    }

    @Test(arguments: [
        "A", "AAAAA", "Zg==", "Zm8=", "Zm9v\n", " Zm9v", "Zm 9v", "++++", "////", "Zm9\u{ff36}", "Zm9v\u{301}", "Zg.", "@@@@",
        "[[[[", "``",
    ])
    func `whatever is outside the alphabet, padded or incomplete is refused`(text: String) {
        #expect(Base64URL.decode(text) == nil)
    }
}
