import Mustache
import Testing

struct InterpolationTests {
    static let special: Value = ["note": "& \" < >"]
    static let street: Value = ["permit": ["site": ["address": ["street": "Fir St"]]]]

    static let basic: [SpecificationCase] = [
        SpecificationCase("no tag at all", "Fees of {Aurora}\n", "Fees of {Aurora}\n"),
        SpecificationCase("a name", "Fees of {{city}}\n", ["city": "Aurora"], "Fees of Aurora\n"),
        SpecificationCase("what was inserted is not read again", "{{a}}: {{b}}", ["a": "{{b}}", "b": "Aurora"], "{{b}}: Aurora"),
        SpecificationCase("two braces escape", "{{note}}\n", special, "&amp; &quot; &lt; &gt;\n"),
        SpecificationCase("three braces do not", "{{{note}}}\n", special, "& \" < >\n"),
        SpecificationCase("an ampersand does not", "{{&note}}\n", special, "& \" < >\n"),
        SpecificationCase("a whole number", "{{count}} permits", ["count": 85], "85 permits"),
        SpecificationCase("a whole number, three braces", "{{{count}}} permits", ["count": 85], "85 permits"),
        SpecificationCase("a whole number, ampersand", "{{&count}} permits", ["count": 85], "85 permits"),
        SpecificationCase("a decimal", "{{acres}} acres", ["acres": 1.210], "1.21 acres"),
        SpecificationCase("a decimal, three braces", "{{{acres}}} acres", ["acres": 1.210], "1.21 acres"),
        SpecificationCase("a decimal, ampersand", "{{&acres}} acres", ["acres": 1.210], "1.21 acres"),
        SpecificationCase("nothing", "[{{suite}}]", ["suite": .nothing], "[]"),
        SpecificationCase("nothing, three braces", "[{{{suite}}}]", ["suite": .nothing], "[]"),
        SpecificationCase("nothing, ampersand", "[{{&suite}}]", ["suite": .nothing], "[]"),
        SpecificationCase("a missing name", "[{{suite}}]", "[]"),
        SpecificationCase("a missing name, three braces", "[{{{suite}}}]", "[]"),
        SpecificationCase("a missing name, ampersand", "[{{&suite}}]", "[]"),
    ]

    static let dotted: [SpecificationCase] = [
        SpecificationCase(
            "short for sections", "{{owner.name}}={{#owner}}{{name}}{{/owner}}", ["owner": ["name": "Ana"]], "Ana=Ana"),
        SpecificationCase(
            "three braces", "{{{owner.name}}}={{#owner}}{{{name}}}{{/owner}}", ["owner": ["name": "A&B"]], "A&B=A&B"),
        SpecificationCase("ampersand", "{{&owner.name}}={{#owner}}{{&name}}{{/owner}}", ["owner": ["name": "A&B"]], "A&B=A&B"),
        SpecificationCase("any depth", "{{permit.site.address.street}}", street, "Fir St"),
        SpecificationCase("broken in the middle", "[{{permit.owner.name}}]", ["permit": [:]], "[]"),
        SpecificationCase(
            "each part only in what the part before it named", "[{{permit.site.owner.name}}]",
            ["permit": ["site": [:]], "owner": ["name": "Ana"]], "[]"),
        SpecificationCase(
            "the first part as any name", "{{#permit}}{{site.address.street}}{{/permit}}",
            ["permit": ["site": ["address": ["street": "Fir St"]]], "site": ["address": ["street": "Oak St"]]], "Fir St"),
        SpecificationCase(
            "the nearest first part decides", "[{{#permit}}{{site.street}}{{/permit}}]",
            ["permit": ["site": [:]], "site": ["street": "Oak St"]], "[]"),
        SpecificationCase("never one key", "[{{site.street}}]", ["site.street": "Oak St"], "[]"),
        SpecificationCase(
            "a key with a period hides nothing", "{{site.street}}", ["site.street": "Oak St", "site": ["street": "Fir St"]],
            "Fir St"),
        SpecificationCase("through nothing is nothing", "[{{owner.name}}]", ["owner": .nothing], "[]"),
        SpecificationCase("through a text is nothing", "[{{owner.name}}]", ["owner": "Ana"], "[]"),
    ]

    static let implicit: [SpecificationCase] = [
        SpecificationCase("a text", "Fees of {{.}}\n", "Aurora", "Fees of Aurora\n"),
        SpecificationCase("escaped", "{{.}}\n", "& \" < >", "&amp; &quot; &lt; &gt;\n"),
        SpecificationCase("three braces", "{{{.}}}\n", "& \" < >", "& \" < >\n"),
        SpecificationCase("ampersand", "{{&.}}\n", "& \" < >", "& \" < >\n"),
        SpecificationCase("a whole number", "{{.}} permits", 85, "85 permits"),
    ]

    static let blanks: [SpecificationCase] = [
        SpecificationCase("around a name", "| {{fee}} |", ["fee": "$5"], "| $5 |"),
        SpecificationCase("around three braces", "| {{{fee}}} |", ["fee": "$5"], "| $5 |"),
        SpecificationCase("around an ampersand", "| {{&fee}} |", ["fee": "$5"], "| $5 |"),
        SpecificationCase("a name alone on a line", "  {{fee}}\n", ["fee": "$5"], "  $5\n"),
        SpecificationCase("three braces alone on a line", "  {{{fee}}}\n", ["fee": "$5"], "  $5\n"),
        SpecificationCase("an ampersand alone on a line", "  {{&fee}}\n", ["fee": "$5"], "  $5\n"),
        SpecificationCase("within a tag", "|{{  fee\t}}|", ["fee": "$5"], "|$5|"),
        SpecificationCase("within three braces", "|{{{  fee\t}}}|", ["fee": "$5"], "|$5|"),
        SpecificationCase("within an ampersand", "|{{&  fee\t}}|", ["fee": "$5"], "|$5|"),
    ]

    @Test(arguments: basic) func `a name is replaced by its value`(_ aCase: SpecificationCase) throws { try aCase.check() }

    @Test(arguments: dotted) func `a dotted name leads from object to object`(_ aCase: SpecificationCase) throws {
        try aCase.check()
    }

    @Test(arguments: implicit) func `a period is the top of the context stack`(_ aCase: SpecificationCase) throws {
        try aCase.check()
    }

    @Test(arguments: blanks) func `blanks outside a tag stay and blanks within do not count`(_ aCase: SpecificationCase) throws {
        try aCase.check()
    }
}
