import Testing

struct RenderCommandTests {
    private let program: Program

    init() throws { program = try Program() }

    @Test func `a template is rendered with the JSON on standard input and the folder's partials`() throws {
        try program.place.write("<p>{{name}}</p>\n", to: "parts/card.mustache")
        try program.place.write("[{{>inner/mark}}]", to: "parts/inner/line.mustache")
        try program.place.write("*", to: "parts/inner/mark.mustache")
        try program.place.write("{{never", to: "parts/README.md")
        let page = try program.place.write(
            "{{#people}}\n  {{>card}}\n{{/people}}\n{{>inner/line}}{{missing}}", to: "page.mustache")
        let run = try program.run(
            ["render", page, "--partials", program.place.file("parts")], input: #"{"people": [{"name": "A & B"}, {"name": "C"}]}"#
        )
        #expect(run.code == 0 && run.complaint == "")
        #expect(run.output == "  <p>A &amp; B</p>\n  <p>C</p>\n[*]")
    }

    @Test func `a broken template ends with 65, its name and its line`() throws {
        let page = try program.place.write("one\n{{#open}}\n", to: "page.mustache")
        let run = try program.run(["render", page], input: "{}")
        #expect(run.code == 65 && run.output == "")
        #expect(run.complaint.contains(page) && run.complaint.contains("2"))
    }

    @Test func `what cannot be read ends with 74, what is no JSON or no text with 65`() throws {
        let page = try program.place.write("{{a}}", to: "page.mustache")
        #expect(try program.run(["render", program.place.file("none")], input: "{}").code == 74)
        #expect(try program.run(["render", page, "--partials", program.place.file("none")], input: "{}").code == 74)
        #expect(try program.run(["render", page], input: "{").code == 65)
        #expect(try program.run(["render", page], input: "{\"a\": 1e308}").code == 65)
        #expect(try program.run(["render", "/proc/self/exe"], input: "{}").code == 65)
    }
}
