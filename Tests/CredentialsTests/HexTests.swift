import Credentials
import Testing

struct HexTests {
    /// RFC 4648 §10, in small letters.
    @Test(arguments: [
        ("", ""), ("f", "66"), ("fo", "666f"), ("foo", "666f6f"), ("foob", "666f6f62"), ("fooba", "666f6f6261"),
        ("foobar", "666f6f626172"),
    ])
    func `the examples of RFC 4648 go there and back`(text: String, hex: String) {
        #expect(Hex.encode(text.utf8) == hex)
        #expect(Hex.decode(hex) == Array(text.utf8))
    }

    @Test func `every byte goes there and back, in small letters and capitals`() {
        let bytes = (0...255).map { UInt8($0) }
        let hex = Hex.encode(bytes)
        #expect(hex.hasPrefix("000102") && hex.hasSuffix("fdfeff"))
        #expect(Hex.decode(hex) == bytes)
        #expect(Hex.decode(hex.uppercased()) == bytes)
    }

    @Test(arguments: [
        "0", "000", "0g", "g0", " 00", "00 ", "0x00", "+1", "-1", "00\n", "\u{ff15}\u{ff15}", "0\u{301}0", "@@", "//", "::", "``",
    ])
    func `whatever is not pairs of digits is refused`(text: String) {
        #expect(Hex.decode(text) == nil)
    }
}
