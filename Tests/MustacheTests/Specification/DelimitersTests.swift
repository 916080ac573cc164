import Mustache
import Testing

struct DelimitersTests {
    static let section = "{\n{{#open}}\n  {{fee}}\n  |fee|\n{{/open}}\n\n{{= | | =}}\n|#open|\n  {{fee}}\n  |fee|\n|/open|\n}\n"
    static let inverted = "{\n{{^paid}}\n  {{fee}}\n  |fee|\n{{/paid}}\n\n{{= | | =}}\n|^paid|\n  {{fee}}\n  |fee|\n|/paid|\n}\n"
    static let bothPages = "{\n  $5\n  |fee|\n\n  {{fee}}\n  $5\n}\n"

    static let cases: [SpecificationCase] = [
        SpecificationCase("a pair", "{{=<% %>=}}[<%fee%>]", ["fee": "$5"], "[$5]"),
        SpecificationCase("characters with a meaning elsewhere", "({{=[ ]=}}[fee])", ["fee": "$5"], "($5)"),
        SpecificationCase("set outside of sections they stay", section, ["open": true, "fee": "$5"], bothPages),
        SpecificationCase("set outside of inverted sections they stay", inverted, ["paid": false, "fee": "$5"], bothPages),
        SpecificationCase(
            "do not reach into a partial", "[ {{>part}} ]\n{{= | | =}}\n[ |>part| ]\n", ["fee": "$5"],
            partials: ["part": "<{{fee}}>"], "[ <$5> ]\n[ <$5> ]\n"),
        SpecificationCase(
            "set in a partial end with it", "[ {{>part}} ]\n[ {{fee}} |fee| ]\n", ["fee": "$5"],
            partials: ["part": "{{fee}} {{= | | =}} |fee|"], "[ $5  $5 ]\n[ $5 |fee| ]\n"),
        SpecificationCase(
            "do not reach into a parent", "{{= | | =}}|<part||/part|", ["fee": "$5"], partials: ["part": "<{{fee}}>"], "<$5>"),
        SpecificationCase("blanks around the tag stay", "a {{=@ @=}} b", "a  b"),
        SpecificationCase("blanks before it on a line with text stay", " a {{=@ @=}}\n", " a \n"),
        SpecificationCase("alone on a line", "a\n{{=@ @=}}\nb\n", "a\nb\n"),
        SpecificationCase("alone and indented", "a\n  {{=@ @=}}\nb\n", "a\nb\n"),
        SpecificationCase("alone on a line that ends in CRLF", "a\r\n{{= @ @ =}}\r\nb", "a\r\nb"),
        SpecificationCase("alone on the first line", "  {{=@ @=}}\n=", "="),
        SpecificationCase("alone on a last line without an end", "=\n  {{=@ @=}}", "=\n"),
        SpecificationCase("superfluous blanks within", "[{{=   @ \t  @   =}}]", "[]"),
        SpecificationCase("changed and changed back", "{{=<% %>=}}<%fee%><%={{ }}=%>{{fee}}", ["fee": "$5"], "$5$5"),
        SpecificationCase(
            "braces and ampersands work with them too", "{{=<% %>=}}<%{fee}%><%&fee%><%fee%>", ["fee": "<5"], "<5<5&lt;5"),
        SpecificationCase("sections close with them", "{{=<% %>=}}<%#fee%><%.%><%/fee%>", ["fee": "$5"], "$5"),
    ]

    @Test(arguments: cases)
    func `delimiters change until the template ends`(_ aCase: SpecificationCase) throws { try aCase.check() }
}
