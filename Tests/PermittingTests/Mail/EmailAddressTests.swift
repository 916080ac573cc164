import Permitting
import Testing

struct EmailAddressTests {
    @Test(arguments: [
        "name@example.com", "a@b.c", "first.last+tag@mail.example.com", "o'hara@example.com", "x_y-z@ex-ample.org", "1@2.3",
        "A@EXAMPLE.COM",
    ])
    func `an address that mail programs take is one`(text: String) {
        #expect(EmailAddress(rawValue: text)?.rawValue == text)
    }

    @Test(arguments: [
        "", "@", "a", "a@", "@b.c", "a@b", "a@b@c.d", "a b@c.d", "a@c.d ", "a@c.d\n", "a@c.d\r\nBcc: e@f.g", "a\u{0}@c.d",
        "a\u{7F}@c.d",
        "a@c..d", "a@.c.d", "a@c.d.", ".a@c.d", "a.@c.d", "a..b@c.d", "\"a b\"@c.d", "a@[127.0.0.1]", "a@-c.d", "a@c-.d",
        "a,b@c.d",
        "<a@c.d>", "a;b@c.d", "a(b)@c.d", "ä@c.d", "a@ä.de", "a@c.d\u{2028}", "a@c_d.e",
    ])
    func `what could be read as two, or as a header, is none`(text: String) {
        #expect(EmailAddress(rawValue: text) == nil)
    }

    @Test func `the lengths of RFC 5321 hold`() {
        let label = String(repeating: "d", count: 63)
        #expect(EmailAddress(rawValue: String(repeating: "a", count: 64) + "@b.c") != nil)
        #expect(EmailAddress(rawValue: String(repeating: "a", count: 65) + "@b.c") == nil)
        #expect(EmailAddress(rawValue: "a@\(label).c") != nil)
        #expect(EmailAddress(rawValue: "a@d\(label).c") == nil)
        let longest = "a@\(label).\(label).\(label).\(String(label.prefix(60)))"
        #expect(longest.utf8.count == 254 && EmailAddress(rawValue: longest) != nil)
        #expect(EmailAddress(rawValue: "a" + longest) == nil)
    }
}
