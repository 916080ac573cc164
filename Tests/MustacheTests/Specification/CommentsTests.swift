import Testing

struct CommentsTests {
    static let cases: [SpecificationCase] = [
        SpecificationCase("within a line", "fee{{! in cents }}s", "fees"),
        SpecificationCase("over several lines", "fee{{!\n  in cents,\n  never rounded\n}}s\n", "fees\n"),
        SpecificationCase("alone on its line", "Permits\n{{! newest first }}\nFees\n", "Permits\nFees\n"),
        SpecificationCase("alone and indented", "Permits\n\t  {{! newest first }}\nFees\n", "Permits\nFees\n"),
        SpecificationCase("alone on a line that ends in CRLF", "a\r\n{{! newest first }}\r\nb", "a\r\nb"),
        SpecificationCase("alone on the first line", "  {{! header }}\na", "a"),
        SpecificationCase("alone on a last line without an end", "a\n  {{! footer }}", "a\n"),
        SpecificationCase("several lines, alone", "Permits\n{{!\nnewest\nfirst\n}}\nFees\n", "Permits\nFees\n"),
        SpecificationCase(
            "several lines, alone and indented", "Permits\n  {{!\n    newest first\n  }}\nFees\n", "Permits\nFees\n"),
        SpecificationCase("indented, behind text", "  12 {{! months }}\n", "  12 \n"),
        SpecificationCase("blanks around it stay", "12 {{! months }} 34", "12  34"),
        SpecificationCase(
            "never taken for a name", "<{{! fee}}{{!fee }}{{!fee}}>", ["! fee": "1", "!fee": "2", "fee": "3"], "<>"),
        SpecificationCase("two on a line are not alone", "a\n{{! one }} {{! two }}\nb", "a\n \nb"),
        SpecificationCase("may hold what looks like a tag", "a{{! {{#open }}b", "ab"),
        SpecificationCase("may be empty", "a{{!}}b", "ab"),
    ]

    @Test(arguments: cases)
    func `a comment leaves nothing behind`(_ aCase: SpecificationCase) throws { try aCase.check() }
}
