import Mustache
import Testing

struct PartialsTests {
    static let cases: [SpecificationCase] = [
        SpecificationCase("by name", "[{{>part}}]", partials: ["part": "from a part"], "[from a part]"),
        SpecificationCase("a missing one is empty", "[{{>part}}]", "[]"),
        SpecificationCase("a missing one alone on its line leaves no line", "a\n  {{>part}}\nb\n", "a\nb\n"),
        SpecificationCase("sees the context", "[{{>part}}]", ["fee": "$5"], partials: ["part": "*{{fee}}*"], "[*$5*]"),
        SpecificationCase(
            "sees the context of its place", "{{#fees}}{{>part}}{{/fees}}", ["sign": "$", "fees": [["n": 1], ["n": 2]]],
            partials: ["part": "{{sign}}{{n}};"], "$1;$2;"),
        SpecificationCase(
            "recursion", "{{>node}}", ["name": "X", "nodes": [["name": "Y", "nodes": []]]],
            partials: ["node": "{{name}}<{{#nodes}}{{>node}}{{/nodes}}>"], "X<Y<>>"),
        SpecificationCase(
            "nested", "[{{>outer}}]", ["fee": "$5"], partials: ["outer": "*{{>inner}}*", "inner": "{{fee}}!"], "[*$5!*]"),
        SpecificationCase("blanks around it stay", "| {{>part}} |", partials: ["part": "\t|\t"], "| \t|\t |"),
        SpecificationCase(
            "within a line nothing is indented", "  {{fee}}  {{> part}}\n", ["fee": "|"], partials: ["part": ">\n>"],
            "  |  >\n>\n"),
        SpecificationCase("alone on a line that ends in CRLF", "|\r\n{{>part}}\r\n|", partials: ["part": ">"], "|\r\n>|"),
        SpecificationCase("alone on the first line", "  {{>part}}\n>", partials: ["part": ">\n>"], "  >\n  >>"),
        SpecificationCase("alone on a last line without an end", ">\n  {{>part}}", partials: ["part": ">\n>"], ">\n  >\n  >"),
        SpecificationCase(
            "alone, each of its lines is indented, not the lines of values", "<\n {{>part}}\n>\n", ["note": "a\nb"],
            partials: ["part": "|\n{{{note}}}c d{{{note}}}e\n|\n"], "<\n |\n a\nbc da\nbe\n |\n>\n"),
        SpecificationCase("blanks within the tag", "|{{>  part\t}}|", partials: ["part": "[]"], "|[]|"),
        SpecificationCase(
            "indentation adds up", "  {{>outer}}\n", partials: ["outer": "a\n\t{{>inner}}\nb\n", "inner": "c\nd\n"],
            "  a\n  \tc\n  \td\n  b\n"),
        SpecificationCase(
            "indentation grows with recursion", "{{>node}}",
            ["name": "a", "nodes": [["name": "b", "nodes": [["name": "c", "nodes": []]]]]],
            partials: ["node": "{{name}}\n{{#nodes}}\n  {{>node}}\n{{/nodes}}\n"], "a\n  b\n    c\n"),
        SpecificationCase(
            "a section's lines are indented as the part has them", "  {{>part}}\n", ["all": ["x", "y"]],
            partials: ["part": "{{#all}}\n<{{.}}>\n{{/all}}\n{{#all}}{{.}}{{/all}}\n"], "  <x>\n  <y>\n  xy\n"),
        SpecificationCase(
            "a line within a tag is not indented", "  {{>part}}\n", ["a": "x"],
            partials: ["part": "{{! one\n two }}{{a}}\n{{a}}\n"],
            "  x\n  x\n"),
        SpecificationCase(
            "a recursion within a line ends the indentation", "  {{>node}}\n",
            ["name": "a", "nodes": [["name": "b", "nodes": []]]],
            partials: ["node": "{{name}}\n-{{#nodes}}{{>node}}{{/nodes}}\n"], "  a\n  -b\n-\n\n"),
        SpecificationCase(
            "two that call each other", "{{>a}}", ["n": 1, "next": ["n": 2, "next": ["n": 3, "next": .nothing]]],
            partials: ["a": "a{{n}}{{#next}}{{>b}}{{/next}}", "b": "b{{n}}{{#next}}{{>a}}{{/next}}"], "a1b2a3"),
        SpecificationCase("names with slashes", "{{>Parts/Fee}}", partials: ["Parts/Fee": "$5"], "$5"),
    ]

    @Test(arguments: cases)
    func `a partial is another template in its place`(_ aCase: SpecificationCase) throws { try aCase.check() }
}
