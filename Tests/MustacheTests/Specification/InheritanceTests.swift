import Mustache
import Testing

struct InheritanceTests {
    static let defaults: [SpecificationCase] = [
        SpecificationCase("a default", "{{$title}}Permits{{/title}}\n", "Permits\n"),
        SpecificationCase("with a name", "{{$title}}all {{kind}} fees{{/title}}\n", ["kind": "open"], "all open fees\n"),
        SpecificationCase("with three braces", "{{$title}}all {{{kind}}} fees{{/title}}\n", ["kind": "<b>"], "all <b> fees\n"),
        SpecificationCase(
            "with a section", "{{$title}}all {{#kind}}{{name}}{{/kind}} fees{{/title}}\n", ["kind": ["name": "open"]],
            "all open fees\n"),
        SpecificationCase(
            "with an inverted section", "{{$title}}all {{^kind}}{{name}}{{/kind}} fees{{/title}}\n", ["name": "open"],
            "all open fees\n"),
        SpecificationCase(
            "a value is not read as a tag", "{{$title}}all {{#kind}}{{name}}{{/kind}}{{/title}}\n", ["kind": ["name": "{{fee}}"]],
            "all {{fee}}\n"),
        SpecificationCase(
            "in a parent", "{{<layout}}{{/layout}}\n", partials: ["layout": "{{$title}}Permits{{/title}}"], "Permits"),
        SpecificationCase(
            "data does not change it", "{{<layout}}{{/layout}}", ["title": "data"],
            partials: ["layout": "{{$title}}Permits{{/title}}"], "Permits"),
    ]

    static let arguments: [SpecificationCase] = [
        SpecificationCase(
            "an argument", "{{<layout}}{{$title}}Fees{{/title}}{{/layout}}",
            partials: ["layout": "..{{$title}}Permits{{/title}}.."], "..Fees.."),
        SpecificationCase(
            "data does not replace it", "{{<layout}}{{$title}}Fees{{/title}}{{/layout}}", ["title": "data"],
            partials: ["layout": "{{$title}}Permits{{/title}}"], "Fees"),
        SpecificationCase(
            "within a line", "now {{<layout}}{{$title}}Fees{{/title}}{{/layout}}", partials: ["layout": "{{$title}}..{{/title}}"],
            "now Fees"),
        SpecificationCase(
            "two parents in a line",
            "a {{<layout}}{{$title}}one{{/title}}{{/layout}} {{<layout}}{{$title}}two{{/title}}{{/layout}}\n",
            partials: ["layout": "|{{$title}}..{{/title}}{{$more}} more{{/more}}|"], "a |one more| |two more|\n"),
        SpecificationCase(
            "only one of two", "{{<layout}}{{$b}}fees{{/b}}{{/layout}}",
            partials: ["layout": "{{$a}}all{{/a}}, {{$b}}permits{{/b}}"], "all, fees"),
        SpecificationCase(
            "a parent without arguments is a partial", "{{>layout}}|{{<layout}}{{/layout}}",
            partials: ["layout": "{{$a}}all{{/a}}"], "all|all"),
        SpecificationCase(
            "recursion", "{{<one}}{{$a}}new{{/a}}{{/one}}",
            partials: [
                "one": "{{$a}}old{{/a}} {{$b}}{{<two}}{{/two}}{{/b}}",
                "two": "{{$a}}older{{/a}} {{<one}}{{$b}}enough{{/b}}{{/one}}",
            ], "new new new enough"),
        SpecificationCase(
            "the outermost wins", "{{<a}}{{$x}}page{{/x}}{{/a}}",
            partials: ["a": "{{<b}}{{$x}}a{{/x}}{{/b}}", "b": "{{<c}}{{$x}}b{{/x}}{{/c}}", "c": "{{$x}}c{{/x}}"], "page"),
        SpecificationCase(
            "the outermost that there is", "{{<a}}{{/a}}",
            partials: ["a": "{{<b}}{{$x}}a{{/x}}{{/b}}", "b": "{{<c}}{{$x}}b{{/x}}{{/c}}", "c": "{{$x}}c{{/x}}"], "a"),
        SpecificationCase(
            "text beside the arguments is left out", "{{<layout}} some {{$a}}new{{/a}} text {{/layout}}",
            partials: ["layout": "{{$a}}old{{/a}}"], "new"),
        SpecificationCase(
            "text without an argument is left out", "{{<layout}} some text {{/layout}}", partials: ["layout": "{{$a}}old{{/a}}"],
            "old"),
        SpecificationCase(
            "an argument sees the data of where it is put", "{{<layout}}{{$a}}my {{fruit}}{{/a}}{{/layout}}",
            ["fruit": "apples", "basket": ["fruit": "pears"]],
            partials: ["layout": "{{#basket}}{{$a}}your {{fruit}}{{/a}}{{/basket}}"], "my pears"),
        SpecificationCase(
            "a parameter used twice", "{{<layout}}{{$a}}{{n}}{{/a}}{{/layout}}", ["n": 1],
            partials: ["layout": "{{$a}}x{{/a}}-{{$a}}y{{/a}}"], "1-1"),
        SpecificationCase(
            "an argument given twice: the last", "{{<layout}}{{$a}}1{{/a}}{{$a}}2{{/a}}{{/layout}}",
            partials: ["layout": "{{$a}}x{{/a}}"], "2"),
        SpecificationCase(
            "arguments reach the parent's partials", "{{<layout}}{{$a}}new{{/a}}{{/layout}}",
            partials: ["layout": "[{{>part}}]", "part": "{{$a}}old{{/a}}"],
            "[new]"),
        SpecificationCase(
            "an argument's own blocks are not the layout's",
            "{{<layout}}{{$title}}Page{{/title}}{{$main}}{{<card}}{{$title}}Card{{/title}}{{/card}}{{/main}}{{/layout}}",
            partials: ["layout": "{{$title}}{{/title}}: {{$main}}{{/main}}", "card": "[{{$title}}{{/title}}]"], "Page: [Card]"),
        SpecificationCase(
            "an argument may hold a parameter of its own name", "{{<layout}}{{$a}}({{$a}}inner{{/a}}){{/a}}{{/layout}}",
            partials: ["layout": "{{$a}}outer{{/a}}"], "(inner)"),
        SpecificationCase("a missing parent is empty", "[{{<layout}}{{$a}}1{{/a}}{{/layout}}]", "[]"),
        SpecificationCase(
            "a parent that recurses with data", "{{<tree}}{{$leaf}}*{{n}}*{{/leaf}}{{/tree}}",
            ["n": 1, "nodes": [["n": 2, "nodes": []], ["n": 3, "nodes": []]]],
            partials: ["tree": "{{$leaf}}{{n}}{{/leaf}}({{#nodes}}{{<tree}}{{/tree}}{{/nodes}})"], "*1*(*2*()*3*())"),
    ]

    static let lines: [SpecificationCase] = [
        SpecificationCase(
            "an argument's first line break does not count", "{{<p}}{{$a}}\nfees\n\n:(\n{{/a}}{{/p}}",
            partials: ["p": "{{$a}}permits{{/a}}"], "fees\n\n:(\n"),
        SpecificationCase(
            "an argument takes the parameter's indentation", "{{<p}}{{$a}}fees due{{/a}}{{/p}}",
            partials: ["p": "now:\n  {{$a}}permits and fees{{/a}}\n"],
            "now:\n  fees due\n"),
        SpecificationCase(
            "a parent alone on its line", "Hi,\n  {{<p}}{{/p}}\n", partials: ["p": "one\ntwo\n"], "Hi,\n  one\n  two\n"),
        SpecificationCase(
            "a parameter alone on its line", "{{<p}}{{$a}}\none\ntwo{{/a}}\n{{/p}}\n", partials: ["p": "Hi,\n  {{$a}}{{/a}}\n"],
            "Hi,\n  one\n  two\n"),
        SpecificationCase(
            "indentation is taken off and put on", "{{<p}}{{$a}}\n    one\n    two\n{{/a}}{{/p}}\n",
            partials: ["p": "Hi,\n  {{$a}}\n  {{/a}}\n"],
            "Hi,\n  one\n  two\n"),
        SpecificationCase(
            "a parameter's own content says how far", "{{<p}}{{$a}}\none\ntwo\n{{/a}}{{/p}}\n",
            partials: ["p": "Hi,\n{{$a}}\n  default\n{{/a}}\n"],
            "Hi,\n  one\n  two\n"),
        SpecificationCase(
            "blocks within blocks", "{{<p}}{{$b}}\nthree\n{{/b}}{{/p}}\n",
            partials: ["p": "{{<g}}{{$a}}\n  one\n  {{$b}}\n    two\n  {{/b}}\n{{/a}}{{/g}}\n", "g": "{{$a}}default{{/a}}"],
            "one\n  three\n"),
        SpecificationCase(
            "blocks within blocks, by default", "{{<p}}{{/p}}\n",
            partials: ["p": "{{<g}}{{$a}}\n  one\n  {{$b}}\n    two\n  {{/b}}\n{{/a}}{{/g}}\n", "g": "{{$a}}default{{/a}}"],
            "one\n  two\n"),
        SpecificationCase(
            "all tags on lines of their own", "{{<p}}\n        {{$a}}\n        Hello\n          there\n        {{/a}}\n{{/p}}\n",
            partials: ["p": "I say,\n  {{$a}}\n  Hi!\n  {{/a}}\nand go\n"], "I say,\n  Hello\n    there\nand go\n"),
        SpecificationCase(
            "a default keeps its lines", "{{<p}}{{/p}}\n",
            partials: ["p": "I say,\n  {{$a}}\n    Hi!\n  {{/a}}\nand {{$b}}go{{/b}}\n  {{$c}}now{{/c}}\n"],
            "I say,\n    Hi!\nand go\n  now\n"),
        SpecificationCase(
            "an empty default leaves no line", "{{<p}}{{/p}}\n", partials: ["p": "a\n  {{$a}}{{/a}}\n  {{$b}}\n  {{/b}}\nz\n"],
            "a\nz\n"),
        SpecificationCase(
            "an empty argument leaves no line", "{{<p}}{{$a}}{{/a}}{{$b}}\n{{/b}}{{/p}}\n",
            partials: ["p": "a\n  {{$a}}x{{/a}}\n  {{$b}}y{{/b}}\nz\n"], "a\nz\n"),
        SpecificationCase(
            "indentation of parent and parameter add up", "  {{<p}}\n  {{$a}}\n  x\n  y\n  {{/a}}\n  {{/p}}\n",
            partials: ["p": "<\n  {{$a}}{{/a}}\n>\n"],
            "  <\n    x\n    y\n  >\n"),
        SpecificationCase(
            "within a line an argument is not indented", "  {{<p}}{{$a}}\n  x\n  y\n  {{/a}}{{/p}}\n",
            partials: ["p": "<p>{{$a}}{{/a}}</p>\n"],
            "  <p>x\ny\n</p>\n"),
        SpecificationCase(
            "a less indented line keeps what it has", "{{<p}}{{$a}}\n    x\n  y\n{{/a}}{{/p}}", partials: ["p": "{{$a}}{{/a}}"],
            "x\n  y\n"),
        SpecificationCase(
            "a partial in an argument is indented where it is put",
            "{{<p}}\n{{$a}}\n    <\n      {{>part}}\n    >\n{{/a}}\n{{/p}}\n",
            partials: ["p": "a\n {{$a}}{{/a}}\nb\n", "part": "1\n2\n"], "a\n <\n   1\n   2\n >\nb\n"),
        SpecificationCase(
            "sections in an argument", "{{<p}}\n{{$a}}\n  {{#all}}\n  <{{.}}>\n  {{/all}}\n{{/a}}\n{{/p}}\n", ["all": [1, 2]],
            partials: ["p": "a\n    {{$a}}\n    {{/a}}\nb\n"], "a\n    <1>\n    <2>\nb\n"),
        SpecificationCase(
            "CRLF throughout", "{{<p}}\r\n{{$a}}\r\n    x\r\n    y\r\n{{/a}}\r\n{{/p}}\r\n",
            partials: ["p": "a\r\n  {{$a}}{{/a}}\r\nb\r\n"],
            "a\r\n  x\r\n  y\r\nb\r\n"),
        SpecificationCase(
            "CRLF ends an argument's open last line", "{{<p}}{{$a}}x{{/a}}{{/p}}\r\n",
            partials: ["p": "a\r\n  {{$a}}{{/a}}\r\nb\r\n"], "a\r\n  x\r\nb\r\n"),
        SpecificationCase("text behind a parent", "  {{<p}}{{/p}} x\n", partials: ["p": "1\n2"], "  1\n2 x\n"),
        SpecificationCase("text behind a block", "  {{$a}}1{{/a}} x\n", "  1 x\n"),
        SpecificationCase("text behind a block of several lines", "  {{$a}}\n1\n  {{/a}} x\n", "1\n   x\n"),
        SpecificationCase("text before a block of several lines", "x {{$a}}\n1\n  {{/a}}\ny\n", "x \n1\ny\n"),
        SpecificationCase("text before a parent of several lines", "x {{<p}}\n  {{/p}}\ny\n", partials: ["p": "1"], "x 1y\n"),
        SpecificationCase(
            "recursion keeps the indentation of a parent", "{{>p}}",
            ["n": 1, "next": ["n": 2, "next": ["n": 3, "next": .nothing]]],
            partials: ["p": "{{n}}\n{{#next}}\n  {{<p}}\n  {{/p}}\n{{/next}}\n"], "1\n  2\n    3\n"),
    ]

    @Test(arguments: defaults) func `a block shows its default`(_ aCase: SpecificationCase) throws { try aCase.check() }

    @Test(arguments: arguments) func `an argument takes its parameter's place`(_ aCase: SpecificationCase) throws {
        try aCase.check()
    }

    @Test(arguments: lines) func `blocks keep lines and indentation`(_ aCase: SpecificationCase) throws { try aCase.check() }
}
