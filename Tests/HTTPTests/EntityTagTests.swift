import HTTP
import Testing

struct EntityTagTests {
    @Test func `a tag is written in quotes`() {
        #expect(EntityTag("abc").headerValue == "\"abc\"")
        #expect(EntityTag("abc", isWeak: true).headerValue == "W/\"abc\"")
    }

    @Test(arguments: [("a\"b", "ab"), ("a b", "ab"), ("a\r\nb", "ab"), ("a\u{7F}", "a"), ("é", "é")])
    func `what would end the tag is left out`(text: String, opaque: String) {
        #expect(EntityTag(text).opaque == opaque)
    }

    /// The table of RFC 9110 §8.8.3.2.
    @Test(arguments: [
        ("W/\"1\"", "W/\"1\"", false, true), ("W/\"1\"", "W/\"2\"", false, false), ("W/\"1\"", "\"1\"", false, true),
        ("\"1\"", "\"1\"", true, true), ("\"1\"", "\"2\"", false, false),
    ])
    func `tags are compared strongly and weakly`(one: String, other: String, strong: Bool, weak: Bool) throws {
        let one = try #require(EntityTag(headerValue: one))
        let other = try #require(EntityTag(headerValue: other))
        #expect(one.matchesStrongly(other) == strong)
        #expect(other.matchesStrongly(one) == strong)
        #expect(one.matchesWeakly(other) == weak)
        #expect(other.matchesWeakly(one) == weak)
    }

    @Test func `two tags are equal when byte and weakness are`() {
        #expect(EntityTag("a") == EntityTag("a"))
        #expect(EntityTag("a") != EntityTag("a", isWeak: true))
        #expect(EntityTag("\u{E9}") != EntityTag("e\u{301}"))
        #expect(!EntityTag("K").matchesWeakly(EntityTag("\u{212A}")))
    }

    @Test(arguments: [
        ("\"a\"", ["\"a\""]), ("\"a\",\"b\"", ["\"a\"", "\"b\""]), ("\"a\" , W/\"b\"", ["\"a\"", "W/\"b\""]),
        ("\"a,b\", \"c\"", ["\"a,b\"", "\"c\""]), (", \"a\",, \"b\",", ["\"a\"", "\"b\""]), ("\"\"", ["\"\""]),
        ("\t\"a\"\t", ["\"a\""]), ("\"\\\"", ["\"\\\""]), ("\"é\"", ["\"é\""]),
    ])
    func `a list comes apart at the commas between the quotes`(text: String, tags: [String]) throws {
        #expect(try #require(EntityTag.list(text)).map(\.headerValue) == tags)
    }

    @Test(arguments: [
        "", " ", ",", "*", "a", "\"a", "a\"", "'a'", "w/\"a\"", "W\"a\"", "W/ \"a\"", "\"a\" \"b\"", "\"a\"\"b\"", "\"a b\"",
        "\"a\";",
        "\"a\", *", "W/", "\"a\u{1}\"", "\"a\", b",
    ])
    func `a list with anything else in it is none`(text: String) {
        #expect(EntityTag.list(text) == nil)
    }

    @Test func `one tag is not two`() {
        #expect(EntityTag(headerValue: "\"a\", \"b\"") == nil)
        #expect(EntityTag(headerValue: "W/\"a\"") == EntityTag("a", isWeak: true))
    }
}
