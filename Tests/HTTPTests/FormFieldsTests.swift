import HTTP
import Testing

struct FormFieldsTests {
    @Test(arguments: [
        ("", []), ("a=b", [("a", "b")]), ("a", [("a", "")]), ("a=", [("a", "")]), ("=b", [("", "b")]), ("=", [("", "")]),
        ("a=b=c", [("a", "b=c")]), ("a=1&a=2&b=3", [("a", "1"), ("a", "2"), ("b", "3")]), ("&&a=b&&", [("a", "b")]),
        ("a+b=c+d", [("a b", "c d")]), ("a=%2B%26%3D%25", [("a", "+&=%")]), ("a=%c3%A9%F0%9F%8F%A0", [("a", "é🏠")]),
        ("a=%0D%0A", [("a", "\r\n")]), ("a=é", [("a", "é")]), ("a;b=c", [("a;b", "c")]), ("a%3Db=c", [("a=b", "c")]),
        ("%2525=1", [("%25", "1")]),
    ])
    func `fields are read as the URL Standard says`(text: String, expected: [(String, String)]) throws {
        let fields = try FormFields(urlEncoded: text)
        #expect(fields.all.map { [$0.name, $0.value] } == expected.map { [$0.0, $0.1] })
    }

    @Test(arguments: [
        ("a=%", FormError.brokenPercentEncoding(field: 1)), ("a=%4", .brokenPercentEncoding(field: 1)),
        ("a=1&%g1=2", .brokenPercentEncoding(field: 2)), ("a=%+1", .brokenPercentEncoding(field: 1)),
        ("a=%1 ", .brokenPercentEncoding(field: 1)), ("a=%４１", .brokenPercentEncoding(field: 1)),
        ("a=1&b=2&c=%4&d=1", .brokenPercentEncoding(field: 3)), ("a=%u0041", .brokenPercentEncoding(field: 1)),
        ("a=%ff", .notUTF8(field: 1)), ("a=%c3", .notUTF8(field: 1)), ("a=%c0%80", .notUTF8(field: 1)),
        ("a=%ed%a0%80", .notUTF8(field: 1)), ("a=%f4%90%80%80", .notUTF8(field: 1)), ("%80=1", .notUTF8(field: 1)),
        ("a=%00", .containsNUL(field: 1)), ("a=x\0", .containsNUL(field: 1)), ("a%00=1", .containsNUL(field: 1)),
    ])
    func `what cannot be read to the letter is refused`(text: String, error: FormError) {
        #expect(throws: error) { try FormFields(urlEncoded: text) }
    }

    @Test func `raw bytes that are not UTF-8 are refused`() {
        #expect(throws: FormError.notUTF8(field: 1)) { try FormFields(urlEncoded: [0x61, 0x3D, 0xFF]) }
    }

    @Test func `a form has a greatest size and a greatest number of fields`() throws {
        let limits = FormLimits(bytes: 7, fields: 2)
        #expect(try FormFields(urlEncoded: "a=1&b=2", limits: limits).all.count == 2)
        #expect(throws: FormError.tooLarge(limit: 7)) { try FormFields(urlEncoded: "a=1&b=22", limits: limits) }
        #expect(throws: FormError.tooManyFields(limit: 2)) { try FormFields(urlEncoded: "a&b&c", limits: limits) }
        #expect(try FormFields(urlEncoded: "a&b&&&", limits: limits).all.count == 2)
    }

    @Test func `a name answers with its first value, or with all`() throws {
        let fields = try FormFields(urlEncoded: "b=1&a=2&b=3&a=2")
        #expect(fields["b"] == "1")
        #expect(fields.values("b") == ["1", "3"])
        #expect(fields["c"] == nil)
        #expect(fields.values("c") == [])
        #expect(fields.names == ["b", "a"])
        #expect(!fields.isEmpty)
        #expect(FormFields().isEmpty)
    }

    @Test func `names are the same when their bytes are`() throws {
        // The Kelvin sign and "K" are equal strings to Swift; so are both spellings of "é".
        let fields = try FormFields(urlEncoded: "%E2%84%AA=1&e%CC%81=2")
        #expect(fields["K"] == nil)
        #expect(fields["\u{212A}"] == "1")
        #expect(fields["\u{E9}"] == nil)
        #expect(fields["e\u{301}"] == "2")
        #expect(FormFields([("K", "1"), ("\u{212A}", "2")]).names.count == 2)
    }

    @Test(arguments: [
        ([("a", "b")], "a=b"), ([("a b", "c+d&e=f")], "a+b=c%2Bd%26e%3Df"), ([("é", "\r\n")], "%C3%A9=%0D%0A"),
        ([("-._*", "~!'()")], "-._*=%7E%21%27%28%29"), ([("a", ""), ("", "b")], "a=&=b"), ([], ""),
        ([("", ""), ("a", "")], "=&a="),
    ])
    func `fields are written as the URL Standard says`(fields: [(String, String)], text: String) throws {
        #expect(FormFields.encode(fields) == text)
        let again = try FormFields(urlEncoded: text)
        #expect(again.all.map { [$0.name, $0.value] } == fields.map { [$0.0, $0.1] })
    }

    @Test func `every character survives the way there and back`() throws {
        let text = String(String.UnicodeScalarView((1...0x2FFF).compactMap(Unicode.Scalar.init)))
        let encoded = FormFields.encode([("text", text)])
        #expect(encoded.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
        #expect(try FormFields(urlEncoded: encoded)["text"].map { Array($0.utf8) } == Array(text.utf8))
    }
}
