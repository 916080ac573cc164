import Mustache
import Testing

struct InvertedTests {
    static let cases: [SpecificationCase] = [
        SpecificationCase("false", "[{{^paid}}due{{/paid}}]", ["paid": false], "[due]"),
        SpecificationCase("nothing", "[{{^paid}}due{{/paid}}]", ["paid": .nothing], "[due]"),
        SpecificationCase("true", "[{{^paid}}due{{/paid}}]", ["paid": true], "[]"),
        SpecificationCase("a text", "[{{^paid}}due{{/paid}}]", ["paid": "yesterday"], "[]"),
        SpecificationCase("an object", "[{{^owner}}Hi {{name}}{{/owner}}]", ["owner": ["name": "Ana"]], "[]"),
        SpecificationCase("a list", "[{{^fees}}{{amount}}{{/fees}}]", ["fees": [["amount": 1], ["amount": 2]]], "[]"),
        SpecificationCase("an empty list", "[{{^fees}}no fees{{/fees}}]", ["fees": []], "[no fees]"),
        SpecificationCase(
            "two in a template", "{{^paid}}\n* due\n{{/paid}}\n* {{next}}\n{{^paid}}\n* pay\n{{/paid}}\n",
            ["paid": false, "next": "soon"],
            "* due\n* soon\n* pay\n"),
        SpecificationCase("nested, absent", "a {{^paid}}b {{^paid}}c{{/paid}} d{{/paid}} e", ["paid": false], "a b c d e"),
        SpecificationCase("nested, present", "a {{^paid}}b {{^paid}}c{{/paid}} d{{/paid}} e", ["paid": true], "a  e"),
        SpecificationCase("a missing name", "[{{^paid}}due{{/paid}}]", "[due]"),
        SpecificationCase("dotted, true", "[{{^a.b.c}}no{{/a.b.c}}]", ["a": ["b": ["c": true]]], "[]"),
        SpecificationCase("dotted, false", "[{{^a.b.c}}no{{/a.b.c}}]", ["a": ["b": ["c": false]]], "[no]"),
        SpecificationCase("dotted, broken", "[{{^a.b.c}}no{{/a.b.c}}]", ["a": [:]], "[no]"),
        SpecificationCase("an empty text", "[{{^note}}none{{/note}}]", ["note": ""], "[none]"),
        SpecificationCase("the implicit iterator", "{{#all}}{{^.}}x{{/.}}{{/all}}", ["all": [true, [], ["a"]]], "x"),
        SpecificationCase("blanks around it", " | {{^paid}}\t|\t{{/paid}} | \n", ["paid": false], " | \t|\t | \n"),
        SpecificationCase("blanks within it", " | {{^paid}} {{! kept }}\n {{/paid}} | \n", ["paid": false], " |  \n  | \n"),
        SpecificationCase(
            "indented within lines", " {{^paid}}NO{{/paid}}\n {{^paid}}PAY{{/paid}}\n", ["paid": false], " NO\n PAY\n"),
        SpecificationCase("alone on lines", "Fees\n{{^paid}}\nare\n{{/paid}}\ndue\n", ["paid": false], "Fees\nare\ndue\n"),
        SpecificationCase(
            "alone on indented lines", "Fees\n  {{^paid}}\nare\n  {{/paid}}\ndue\n", ["paid": false], "Fees\nare\ndue\n"),
        SpecificationCase("alone on lines that end in CRLF", "a\r\n{{^paid}}\r\n{{/paid}}\r\nb", ["paid": false], "a\r\nb"),
        SpecificationCase("alone on the first line", "  {{^paid}}\n$5{{/paid}}\n/", ["paid": false], "$5\n/"),
        SpecificationCase("alone on a last line without an end", "$5{{^paid}}\n/\n  {{/paid}}", ["paid": false], "$5\n/\n"),
        SpecificationCase("blanks within its tags", "|{{^ paid }}={{/\tpaid }}|", ["paid": false], "|=|"),
    ]

    @Test(arguments: cases)
    func `an inverted section shows when there is nothing`(_ aCase: SpecificationCase) throws { try aCase.check() }
}
