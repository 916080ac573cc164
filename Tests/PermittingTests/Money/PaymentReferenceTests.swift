import Permitting
import Testing

struct PaymentReferenceTests {
    @Test(arguments: ["abcdefghijklmnop", "AZaz09-_AZaz09-_", String(repeating: "x", count: 64)])
    func `sixteen to sixty-four plain characters are a reference`(text: String) {
        #expect(PaymentReference(rawValue: text)?.rawValue == text)
    }

    @Test(arguments: [
        "", "abcdefghijklmno", String(repeating: "x", count: 65), "abcdefghijklmno/", "abcdefghijklmno\n", "abcdefghijklmno ",
        "abcdefghijklmnoü", "../../../../etc/x", "abcdefghijklmno'", "abcdefghijklmno%",
    ])
    func `anything else is none`(text: String) {
        #expect(PaymentReference(rawValue: text) == nil)
    }
}
