import Testing

@testable import Permitting

struct JSONReaderTests {
    @Test(arguments: [
        ("", 1, 1, "a value is missing: the file ends here"),
        ("{", 1, 2, "a key in quotes is missing: the file ends here"),
        ("{\"a\": }", 1, 7, "a value is missing here, before \"}\""),
        ("{\n  \"a\": 1\n  \"b\": 2\n}", 3, 3, "a comma or a closing brace is missing here, before \"\"\""),
        ("{\"a\": 1,}", 1, 9, "a key in quotes is missing here, before \"}\""),
        ("[1 2]", 1, 4, "a comma or a closing bracket is missing here, before \"2\""),
        ("{\"a\" 1}", 1, 6, "a colon is missing here, before \"1\""),
        ("{\"a\": 1, \"a\": 2}", 1, 10, "the key \"a\" stands here for the second time"),
        ("{} {}", 1, 4, "something stands after the end"),
        ("\"a\nb\"", 1, 3, "a line break or control character stands within quotes"),
        ("\"abc", 1, 5, "the closing quote is missing: the file ends here"),
        ("\"\\x\"", 1, 3, "a backslash stands before what needs none; a backslash itself is written twice"),
        ("\"\\ud800\"", 1, 8, "this escape is half a character"),
        ("\"\\u12g4\"", 1, 6, "\\u needs four hexadecimal digits"),
        ("012", 1, 4, "a number does not begin with 0"),
        ("1e", 1, 3, "this is no number"),
        ("nul", 1, 1, "a value is missing here, before \"n\""),
    ])
    func `what is not JSON is told with line, column and reason`(text: String, line: Int, column: Int, reason: String) {
        do throws(JSONSyntaxError) {
            _ = try JSONReader.read(Array(text.utf8))
            Issue.record("this was read: \(text)")
        } catch {
            #expect(error.line == line)
            #expect(error.column == column)
            #expect(error.reason == reason)
        }
    }

    @Test func `bytes that are not UTF-8 and nesting without end are refused`() {
        for bytes in [[0x22, 0xFF, 0x22], [UInt8](repeating: UInt8(ascii: "["), count: 100_000)] {
            #expect(throws: JSONSyntaxError.self) { try JSONReader.read(bytes) }
        }
    }

    @Test func `every kind of value is read, escapes and all`() throws {
        let escapes = #""a\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00""#
        let text = #" {"text": \#(escapes), "list": [true, false, null, -12, 0, 1.5e2], "empty": {}, "none": []} "#
        guard case .object(let fields) = try JSONReader.read(Array(text.utf8)) else {
            Issue.record("no object")
            return
        }
        guard case .text(let words) = fields["text"], case .list(let items) = fields["list"] else {
            Issue.record("a value is missing")
            return
        }
        #expect(words == "a\"\\/\u{8}\u{C}\n\r\té😀")
        #expect(items.map(\.kind) == ["true", "false", "null", "the number -12", "the number 0", "the number 150.0"])
        #expect(fields["empty"]?.kind == "an object")
        #expect(fields["none"]?.kind == "a list")
    }
}
