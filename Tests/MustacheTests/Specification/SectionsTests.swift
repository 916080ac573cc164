import Mustache
import Testing

struct SectionsTests {
    static let signs: Value = ["signs": ["&", "\"", "<", ">"]]
    static let towers: Value = [
        "a": ["one": 1], "b": ["two": 2], "c": ["three": 3, "d": ["four": 4, "five": 5]],
    ]
    static let tower = """
        {{#a}}
        {{one}}
        {{#b}}
        {{one}}{{two}}{{one}}
        {{#c}}
        {{one}}{{two}}{{three}}{{two}}{{one}}
        {{#d}}
        {{one}}{{two}}{{three}}{{four}}{{three}}{{two}}{{one}}
        {{#five}}
        {{four}}{{five}}{{four}}
        {{four}}{{.}}6{{.}}{{four}}
        {{/five}}
        {{three}}{{four}}{{three}}
        {{/d}}
        {{two}}{{three}}{{two}}
        {{/c}}
        {{one}}{{two}}{{one}}
        {{/b}}
        {{one}}
        {{/a}}

        """

    static let values: [SpecificationCase] = [
        SpecificationCase("true", "[{{#paid}}yes{{/paid}}]", ["paid": true], "[yes]"),
        SpecificationCase("false", "[{{#paid}}yes{{/paid}}]", ["paid": false], "[]"),
        SpecificationCase("nothing", "[{{#paid}}yes{{/paid}}]", ["paid": .nothing], "[]"),
        SpecificationCase("an object", "[{{#owner}}Hi {{name}}{{/owner}}]", ["owner": ["name": "Ana"]], "[Hi Ana]"),
        SpecificationCase(
            "names of the objects around it", "{{#site}}{{city}}, {{street}}, {{owner.name}}{{/site}}",
            ["city": "Aurora", "street": "wrong", "site": ["street": "Fir St"], "owner": ["name": "Ana"]], "Aurora, Fir St, Ana"),
        SpecificationCase("a text is on the stack", "{{#note}}{{.}} is {{note}}{{/note}}", ["note": "late"], "late is late"),
        SpecificationCase(
            "lists in lists see all around them",
            "{{#permits}}{{#fees}}{{kind.short}}{{code}}.{{#parts}}{{kind.long}}{{code}}{{part}}.{{/parts}}{{/fees}}{{/permits}}",
            [
                "permits": [
                    ["kind": ["long": "B", "short": "b"], "fees": [["code": "1", "parts": [["part": "x"], ["part": "y"]]]]]
                ]
            ], "b1.B1x.B1y."),
        SpecificationCase(
            "everything on the stack is seen", tower, towers,
            "1\n121\n12321\n1234321\n454\n45654\n343\n232\n121\n1\n"),
        SpecificationCase(
            "a list", "[{{#fees}}{{amount}}{{/fees}}]", ["fees": [["amount": 1], ["amount": 2], ["amount": 3]]], "[123]"),
        SpecificationCase("an empty list", "[{{#fees}}a fee{{/fees}}]", ["fees": []], "[]"),
        SpecificationCase("a text is not a list", "[{{#note}}once{{/note}}]", ["note": "123"], "[once]"),
        SpecificationCase("an empty text", "[{{#note}}once{{/note}}]", ["note": ""], "[]"),
        SpecificationCase(
            "two in a template", "{{#open}}\n* one\n{{/open}}\n* {{two}}\n{{#open}}\n* three\n{{/open}}\n",
            ["open": true, "two": "second"],
            "* one\n* second\n* three\n"),
        SpecificationCase("nested, present", "a {{#open}}b {{#open}}c{{/open}} d{{/open}} e", ["open": true], "a b c d e"),
        SpecificationCase("nested, absent", "a {{#open}}b {{#open}}c{{/open}} d{{/open}} e", ["open": false], "a  e"),
        SpecificationCase("a missing name", "[{{#open}}yes{{/open}}]", "[]"),
        SpecificationCase("dotted, true", "[{{#a.b.c}}yes{{/a.b.c}}]", ["a": ["b": ["c": true]]], "[yes]"),
        SpecificationCase("dotted, false", "[{{#a.b.c}}yes{{/a.b.c}}]", ["a": ["b": ["c": false]]], "[]"),
        SpecificationCase("dotted, broken", "[{{#a.b.c}}yes{{/a.b.c}}]", ["a": [:]], "[]"),
        SpecificationCase("dotted, a list", "{{#a.b}}{{n}}{{/a.b}}", ["a": ["b": [["n": 1], ["n": 2]]]], "12"),
        SpecificationCase("dotted, an object", "{{#a.b}}{{n}}{{x}}{{/a.b}}", ["a": ["b": ["n": 1], "x": "no"]], "1"),
        SpecificationCase("dotted, a text", "{{#a.b}}{{.}}!{{/a.b}}", ["a": ["b": "yes"]], "yes!"),
    ]

    static let implicit: [SpecificationCase] = [
        SpecificationCase("texts", "{{#all}}({{.}}){{/all}}", ["all": ["a", "b", "c"]], "(a)(b)(c)"),
        SpecificationCase("whole numbers", "{{#all}}({{.}}){{/all}}", ["all": [1, 2, 3]], "(1)(2)(3)"),
        SpecificationCase("decimals", "{{#all}}({{.}}){{/all}}", ["all": [1.1, 2.2, 3.3]], "(1.1)(2.2)(3.3)"),
        SpecificationCase("lists", "{{#all}}({{#.}}{{.}}{{/.}}){{/all}}", ["all": [[1, 2, 3], ["a", "b"]]], "(123)(ab)"),
        SpecificationCase("escaped", "{{#signs}}({{.}}){{/signs}}", signs, "(&amp;)(&quot;)(&lt;)(&gt;)"),
        SpecificationCase("three braces", "{{#signs}}({{{.}}}){{/signs}}", signs, "(&)(\")(<)(>)"),
        SpecificationCase("ampersand", "{{#signs}}({{&.}}){{/signs}}", signs, "(&)(\")(<)(>)"),
        SpecificationCase("a list at the root", "{{#.}}({{fee}}){{/.}}", [["fee": "a"], ["fee": "b"]], "(a)(b)"),
    ]

    static let blanks: [SpecificationCase] = [
        SpecificationCase("around it", " | {{#open}}\t|\t{{/open}} | \n", ["open": true], " | \t|\t | \n"),
        SpecificationCase("within it", " | {{#open}} {{! kept }}\n {{/open}} | \n", ["open": true], " |  \n  | \n"),
        SpecificationCase(
            "indented within lines", " {{#open}}YES{{/open}}\n {{#open}}GO{{/open}}\n", ["open": true], " YES\n GO\n"),
        SpecificationCase("alone on lines", "We\n{{#open}}\nare\n{{/open}}\nopen\n", ["open": true], "We\nare\nopen\n"),
        SpecificationCase(
            "alone on indented lines", "We\n  {{#open}}\nare\n\t{{/open}}\nopen\n", ["open": true], "We\nare\nopen\n"),
        SpecificationCase("alone on lines that end in CRLF", "a\r\n{{#open}}\r\n{{/open}}\r\nb", ["open": true], "a\r\nb"),
        SpecificationCase("alone on the first line", "  {{#open}}\n#{{/open}}\n/", ["open": true], "#\n/"),
        SpecificationCase("alone on a last line without an end", "#{{#open}}\n/\n  {{/open}}", ["open": true], "#\n/\n"),
        SpecificationCase("within its tags", "|{{# open }}={{/\topen }}|", ["open": true], "|=|"),
        SpecificationCase(
            "lines of a list", "{{#all}}\n<li>{{.}}</li>\n{{/all}}\n", ["all": ["a", "b"]], "<li>a</li>\n<li>b</li>\n"),
        SpecificationCase("a lone CR ends no line", "a\r{{#open}}\rb{{/open}}", ["open": true], "a\r\rb"),
    ]

    @Test(arguments: values) func `a section shows for what is there, once for each item`(_ aCase: SpecificationCase) throws {
        try aCase.check()
    }

    @Test(arguments: implicit) func `a period is the item`(_ aCase: SpecificationCase) throws { try aCase.check() }

    @Test(arguments: blanks) func `section tags alone on a line take it with them`(_ aCase: SpecificationCase) throws {
        try aCase.check()
    }
}
