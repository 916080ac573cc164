import Testing

/// The reader of every test's pages has to be able to say no.
struct MarkupReaderTests {
    @Test(arguments: [
        "<p>", "</p>", "<p></b>", "<p><b></p></b>", "<p>a < b</p>", "<p>a > b</p>", "<p>a & b</p>", "<p>&nbsp;</p>",
        "<p a=b></p>",
        "<p a='b'></p>", "<p a=\"b></p>", "<p a=\"b\"c=\"d\"></p>", "<p a=\"1\" a=\"2\"></p>", "<p a=\"<b>\"></p>", "<P></P>",
        "<", "<p", "<!-- x -->",
        "<p \"x\"></p>",
    ])
    func `broken markup is refused`(markup: String) {
        #expect(throws: MarkupReader.Fault.self) { try MarkupReader.read(markup) }
    }

    @Test func `a page is read with its entities decoded`() throws {
        let page = try MarkupReader.read(
            "<!doctype html>\n<div id=\"a\" hidden><p class=\"x y\">1 &lt; 2 &amp;amp;<br>\n<b>&quot;ü&#39;</b></p><input name=\"&amp;\"></div>"
        )
        #expect(page.first(id: "a")?.attributes == ["id": "a", "hidden": ""])
        #expect(page.all(class: "y").first?.text == "1 < 2 &amp; \"ü'")
        #expect(page.all("input").first?.attributes["name"] == "&")
    }
}
