import Mustache
import Testing

struct ErrorTests {
    struct Broken: Sendable, CustomTestStringConvertible {
        let name: String
        let template: String
        let line: Int
        let column: Int
        let found: String
        let expected: String
        var testDescription: String { name }
    }

    static let broken: [Broken] = [
        Broken(
            name: "an unclosed tag", template: "a\n  {{fee", line: 2, column: 3, found: "the unclosed tag {{fee", expected: "}}"),
        Broken(
            name: "an unclosed comment", template: "{{! a\n b", line: 1, column: 1, found: "the unclosed tag {{! a",
            expected: "}}"),
        Broken(
            name: "a tag within a tag", template: "{{fee {{name}}", line: 1, column: 1, found: "the unclosed tag {{fee {{name}}",
            expected: "}}"),
        Broken(
            name: "an opening delimiter at the end", template: "a {{", line: 1, column: 3, found: "the unclosed tag {{",
            expected: "}}"),
        Broken(
            name: "an unclosed section", template: "\n {{#fees}}\n{{#paid}}{{/paid}}\n", line: 4, column: 1,
            found: "the end of the template",
            expected: "{{/fees}} for the {{#fees}} of line 2"),
        Broken(
            name: "an unclosed block", template: "{{<Layout}}{{$main}}{{/Layout}}", line: 1, column: 21, found: "{{/Layout}}",
            expected: "{{/main}} for the {{$main}} of line 1"),
        Broken(
            name: "a mismatched close", template: "{{#a}}\n{{^b}}\n{{/a}}\n{{/b}}", line: 3, column: 1, found: "{{/a}}",
            expected: "{{/b}} for the {{^b}} of line 2"),
        Broken(
            name: "a stray close", template: "Fees\r\n{{/fees}}", line: 2, column: 1, found: "{{/fees}}",
            expected: "no closing tag, for nothing is open here"),
        Broken(
            name: "an empty tag", template: "é {{}}", line: 1, column: 3, found: "the empty tag {{}}", expected: "a name in it"),
        Broken(
            name: "a tag of blanks", template: "{{ \t }}", line: 1, column: 1, found: "the empty tag {{ \t }}",
            expected: "a name in it"),
        Broken(
            name: "an empty section", template: "{{# }}{{/ }}", line: 1, column: 1, found: "the empty tag {{# }}",
            expected: "a name in it"),
        Broken(
            name: "empty braces", template: "{{{ }}}", line: 1, column: 1, found: "the empty tag {{{ }}", expected: "a name in it"
        ),
        Broken(
            name: "an empty partial", template: "{{>}}", line: 1, column: 1, found: "the empty tag {{>}}",
            expected: "a name in it"),
        Broken(
            name: "only an asterisk", template: "{{>*}}", line: 1, column: 1, found: "the name *",
            expected: "a name behind the asterisk"),
        Broken(
            name: "three braces closed by two", template: "a {{{fee}} b {{{c}}}", line: 1, column: 3, found: "{{{fee}}",
            expected: "}}} at its end"),
        Broken(
            name: "three braces never closed", template: "{{{fee", line: 1, column: 1, found: "the unclosed tag {{{fee",
            expected: "}}}"),
        Broken(
            name: "one delimiter", template: "{{=<%=}}", line: 1, column: 1, found: "{{=<%=}}",
            expected: "two delimiters with a space between, as in {{=<% %>=}}"),
        Broken(
            name: "three delimiters", template: "{{=a b c=}}", line: 1, column: 1, found: "{{=a b c=}}",
            expected: "two delimiters with a space between, as in {{=<% %>=}}"),
        Broken(
            name: "an equals sign as a delimiter", template: "{{== ==}}", line: 1, column: 1, found: "{{== ==}}",
            expected: "two delimiters with a space between, as in {{=<% %>=}}"),
        Broken(
            name: "delimiters without an end", template: "{{=<% %>}}", line: 1, column: 1, found: "the unclosed tag {{=<% %>}}",
            expected: "=}}"),
        Broken(
            name: "an error after new delimiters", template: "{{=<% %>=}}\n<%fee", line: 2, column: 1,
            found: "the unclosed tag <%fee", expected: "%>"),
        Broken(
            name: "two names", template: "{{fee name}}", line: 1, column: 1, found: "{{fee name}}",
            expected: "one name without spaces"),
        Broken(
            name: "a sigil behind a space", template: "{{ #fee}}{{/fee}}", line: 1, column: 1, found: "{{ #fee}}",
            expected: "one name without spaces"),
        Broken(
            name: "two periods", template: "{{a..b}}", line: 1, column: 1, found: "the name a..b",
            expected: "a name between its periods"),
        Broken(
            name: "a period at the end", template: "{{#a.}}{{/a.}}", line: 1, column: 1, found: "the name a.",
            expected: "a name between its periods"),
        Broken(
            name: "a missing partial", template: "é\r\né{{>Fees}}", line: 2, column: 2, found: "Fees",
            expected: "the name of a template"),
        Broken(
            name: "a missing parent", template: "\n\n{{<Fees}}{{/Fees}}", line: 3, column: 1, found: "Fees",
            expected: "the name of a template"),
        Broken(
            name: "a misspelt block", template: "\n {{<Layout}}{{$mian}}{{/mian}}{{/Layout}}", line: 2, column: 2,
            found: "{{$mian}}",
            expected: "a block of Layout"),
        Broken(
            name: "a missing partial in an argument", template: "{{<Layout}}{{$main}}{{>Fees}}{{/main}}{{/Layout}}", line: 1,
            column: 21, found: "Fees",
            expected: "the name of a template"),
    ]

    @Test(arguments: broken)
    func `a broken template is refused with its place and what was found`(_ broken: Broken) {
        let error = TemplateError(
            template: "Pages/Broken", line: broken.line, column: broken.column, found: broken.found, expected: broken.expected)
        #expect(throws: error) {
            try TemplateLibrary(sources: ["Pages/Broken": broken.template, "Layout": "{{$main}}{{/main}}"])
        }
    }

    @Test func `an error reads as one line that an editor can follow`() {
        let error = TemplateError(template: "Fees/Index", line: 3, column: 7, found: "{{/a}}", expected: "{{/b}}")
        #expect("\(error)" == "Fees/Index:3:7: found {{/a}}, expected {{/b}}")
        #expect(
            "\(TemplateError(template: "Fees", found: "no such template", expected: "one")))"
                == "Fees: found no such template, expected one)")
    }

    @Test func `a template that does not exist is an error when it is rendered by name`() throws {
        let library = try TemplateLibrary(sources: ["Fees": "x"])
        #expect(throws: TemplateError(template: "Fee", found: "no such template", expected: "one of the library")) {
            try library.render("Fee", [:])
        }
        #expect(library.template("Fee") == nil)
        #expect(library.names == ["Fees"])
    }
}
