import Mustache
import Testing

struct DynamicNamesTests {
    static let hello = ["part": "Hello"]
    static let fee = ["part": "*{{fee}}*"]
    static let lines = ["part": ">\n>"]

    static let names: [SpecificationCase] = [
        SpecificationCase("a value names the part", "[{{>*kind}}]", ["kind": "part"], partials: hello, "[Hello]"),
        SpecificationCase(
            "the asterisk is not of the name", "[{{>*kind}}]", ["kind": "part", "*kind": "wrong"],
            partials: ["part": "Hello", "wrong": "Wrong"], "[Hello]"),
        SpecificationCase("a missing name", "[{{>*kind}}]", partials: ["kind": "Hello"], "[]"),
        SpecificationCase("a missing part", "[{{>*kind}}]", ["kind": "part"], partials: ["other": "Hello"], "[]"),
        SpecificationCase("sees the context", "[{{>*kind}}]", ["fee": "$5", "kind": "part"], partials: fee, "[*$5*]"),
        SpecificationCase("dotted", "[{{>*a.b.kind}}]", ["fee": "$5", "a": ["b": ["kind": "part"]]], partials: fee, "[*$5*]"),
        SpecificationCase(
            "dotted names come before the asterisk", "[{{>*a.b.kind}}]", ["a": "test", "test": ["b": ["kind": "part"]]],
            partials: fee, "[]"),
        SpecificationCase(
            "dotted names push nothing", "[{{>*a.kind}}]", ["a": ["fee": "$5", "kind": "part"]], partials: fee, "[**]"),
        SpecificationCase(
            "nor hide what a section shows", "{{#a}}{{>*b.kind}}{{/a}}",
            ["a": ["fee": "$5"], "b": ["kind": "part", "fee": "$6"]],
            partials: fee, "*$5*"),
        SpecificationCase(
            "nor in a list", "{{#a}}{{>*b.kind}}{{/a}}", ["fee": "$5", "a": [1, 2], "b": ["kind": "part", "fee": "$6"]],
            partials: fee, "*$5**$5*"),
        SpecificationCase(
            "nor if the name is missing", "{{#a}}{{>*b.kind}}{{/a}}", ["a": [1, 2], "b": ["kind": "part", "fee": "$6"]],
            partials: fee, "****"),
        SpecificationCase(
            "recursion", "{{>*kind}}", ["kind": "node", "name": "X", "nodes": [["name": "Y", "nodes": []]]],
            partials: ["node": "{{name}}<{{#nodes}}{{>*kind}}{{/nodes}}>"], "X<Y<>>"),
        SpecificationCase("two asterisks are none", "[{{>**kind}}]", ["kind": "test", "test": "part"], partials: hello, "[]"),
        SpecificationCase(
            "an asterisk further on is of the name", "[{{>*a.*b}}]", ["a": "x", "b": "y", "x": ["y": "part"]], partials: hello,
            "[]"),
        SpecificationCase(
            "each item its own part", "{{#all}}{{>*kind}}{{/all}}",
            ["all": [["kind": "fee", "n": 5], ["kind": "note", "n": 6]]],
            partials: ["fee": "${{n}};", "note": "({{n}})"], "$5;(6)"),
        SpecificationCase("nothing names nothing", "[{{>*kind}}]", ["kind": .nothing], partials: hello, "[]"),
    ]

    static let blanks: [SpecificationCase] = [
        SpecificationCase("around it stay", "| {{>*kind}} |", ["kind": "part"], partials: ["part": "\t|\t"], "| \t|\t |"),
        SpecificationCase(
            "within a line nothing is indented", "  {{a}}  {{>*kind}}\n", ["a": "|", "kind": "part"], partials: lines,
            "  |  >\n>\n"),
        SpecificationCase("alone, CRLF", "|\r\n{{>*kind}}\r\n|", ["kind": "part"], partials: ["part": ">"], "|\r\n>|"),
        SpecificationCase("alone on the first line", "  {{>*kind}}\n>", ["kind": "part"], partials: lines, "  >\n  >>"),
        SpecificationCase(
            "alone on a last line without an end", ">\n  {{>*kind}}", ["kind": "part"], partials: lines, ">\n  >\n  >"),
        SpecificationCase(
            "alone, each of its lines is indented", "<\n {{>*kind}}\n>\n", ["kind": "part", "note": "a\nb"],
            partials: ["part": "|\n{{{note}}}\n|\n"],
            "<\n |\n a\nb\n |\n>\n"),
        SpecificationCase("within the tag", "|{{> * kind }}|", ["kind": "part"], partials: ["part": "[]"], "|[]|"),
        SpecificationCase(
            "indentation adds up", "  {{>*outer}}\n", ["outer": "a", "inner": "b"],
            partials: ["a": "x\n  {{>*inner}}\n  {{>b}}\nz\n", "b": "y\n"], "  x\n    y\n    y\n  z\n"),
    ]

    static let parents: [SpecificationCase] = [
        SpecificationCase(
            "a value names the parent", "{{<*kind}}{{$fee}}$5{{/fee}}{{/*kind}}", ["kind": "part"],
            partials: ["part": "[{{$fee}}none{{/fee}}]"], "[$5]"),
        SpecificationCase("a missing one is empty", "[{{<*kind}}{{$fee}}$5{{/fee}}{{/*kind}}]", ["kind": "part"], "[]"),
        SpecificationCase(
            "arguments from around it win", "{{<outer}}{{$fee}}$5{{/fee}}{{/outer}}", ["kind": "part"],
            partials: ["outer": "{{<*kind}}{{$fee}}$6{{/fee}}{{/*kind}}", "part": "[{{$fee}}none{{/fee}}]"], "[$5]"),
        SpecificationCase(
            "arguments reach what a dynamic part shows", "{{<outer}}{{$fee}}$5{{/fee}}{{/outer}}", ["kind": "part"],
            partials: ["outer": "{{>*kind}}", "part": "[{{$fee}}none{{/fee}}]"], "[$5]"),
        SpecificationCase(
            "alone on its line", "a\n  {{<* kind}}\n  {{$fee}}\n    $5\n    $6\n  {{/fee}}\n  {{/ *kind}}\nb\n", ["kind": "part"],
            partials: ["part": "[\n {{$fee}}{{/fee}}\n]\n"], "a\n  [\n   $5\n   $6\n  ]\nb\n"),
    ]

    @Test(arguments: names) func `a value names the partial`(_ aCase: SpecificationCase) throws { try aCase.check() }

    @Test(arguments: blanks) func `a dynamic partial keeps blanks as a partial does`(_ aCase: SpecificationCase) throws {
        try aCase.check()
    }

    @Test(arguments: parents) func `a value names the parent`(_ aCase: SpecificationCase) throws { try aCase.check() }
}
