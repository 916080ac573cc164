import Mustache
import Testing

struct StrictTests {
    /// Rendered strictly; partials by name beside the page.
    private func render(_ template: String, _ data: Value, _ partials: [String: String] = [:]) throws -> String {
        var sources = partials
        sources["Page"] = template
        return String(decoding: try TemplateLibrary(sources: sources).render("Page", data, strict: true), as: UTF8.self)
    }

    private func missing(_ name: String, _ line: Int, _ column: Int, in template: String = "Page") -> TemplateError {
        TemplateError(
            template: template, line: line, column: column, found: "no value named \(name)", expected: "one in the context stack")
    }

    @Test(arguments: [
        "{{fee}}", "{{{fee}}}", "{{&fee}}", "{{#fee}}{{/fee}}", "{{^fee}}{{/fee}}", "{{>*fee}}", "{{<*fee}}{{/*fee}}",
    ])
    func `a name that is nowhere is an error with template, line and name`(_ tag: String) {
        #expect(throws: missing("fee", 2, 3)) { try render("{{city}}\n  \(tag)", ["city": "Aurora"]) }
    }

    @Test func `the same template is rendered with blanks when it is not strict`() throws {
        let library = try TemplateLibrary(sources: ["Page": "[{{fee}}{{#fee}}x{{/fee}}{{^fee}}none{{/fee}}{{>*fee}}]"])
        #expect(String(decoding: try library.render("Page", [:]), as: UTF8.self) == "[none]")
    }

    @Test func `what is there and absent is no error`() throws {
        let data: Value = ["a": .nothing, "b": false, "c": [], "d": ""]
        let page = try render(
            "{{a}}{{#a}}x{{/a}}{{^a}}1{{/a}}{{#b}}x{{/b}}{{^b}}2{{/b}}{{#c}}x{{/c}}{{^c}}3{{/c}}{{d}}{{#d}}x{{/d}}", data)
        #expect(page == "123")
    }

    @Test func `a misspelt name in a section that is not shown goes unnoticed`() throws {
        #expect(try render("{{#a}}{{misspelt}}{{/a}}", ["a": false]) == "")
    }

    @Test func `a dotted name may lead through nothing but not past a missing part`() throws {
        #expect(try render("[{{owner.name}}]", ["owner": .nothing]) == "[]")
        #expect(try render("[{{#owner.name}}x{{/owner.name}}]", ["owner": false]) == "[]")
        #expect(throws: missing("owner.nam", 1, 2)) { try render("[{{owner.nam}}]", ["owner": ["name": "Ana"]]) }
        #expect(throws: missing("owner.name", 1, 2)) { try render("[{{owner.name}}]", ["owner": "Ana"]) }
        #expect(throws: missing("owner.name", 1, 2)) { try render("[{{owner.name}}]", [:]) }
    }

    @Test func `a period without a context is an error`() throws {
        let library = try TemplateLibrary(sources: ["Page": "{{.}}"])
        #expect(throws: missing(".", 1, 1)) { try library.render("Page", strict: true) }
        #expect(try library.render("Page") == [])
    }

    @Test func `a list or an object is no text`() throws {
        for data: Value in [["fees": []], ["fees": ["a": "b"]]] {
            let error = TemplateError(
                template: "Page", line: 1, column: 1, found: "a list or an object as fees", expected: "a text")
            #expect(throws: error) { try render("{{fees}}", data) }
        }
    }

    @Test func `an error within a partial names the partial`() {
        #expect(throws: missing("fee", 2, 1, in: "Part")) { try render("\n\n  {{>Part}}", [:], ["Part": "\n{{fee}}"]) }
    }

    @Test func `an error within an argument names the template that gave it`() {
        let layout = "\n\n{{$main}}{{/main}}"
        #expect(throws: missing("fee", 2, 1)) {
            try render("{{<Layout}}{{$main}}\n{{fee}}{{/main}}{{/Layout}}", [:], ["Layout": layout])
        }
    }

    @Test func `an error within a recursion names the template that recurs`() throws {
        let node = ["Node": "\n{{fee.due}}{{#nodes}}{{>Node}}{{/nodes}}"]
        let data: Value = ["fee": ["due": 1], "nodes": [["fee": [:], "nodes": .nothing]]]
        #expect(throws: missing("fee.due", 2, 1, in: "Node")) { try render("{{>Node}}", data, node) }
    }

    @Test func `a value that names no template is an error unless it is nothing`() throws {
        let error = TemplateError(
            template: "Page", line: 1, column: 1, found: "no template named Fee", expected: "one of the library")
        #expect(throws: error) { try render("{{>*kind}}", ["kind": "Fee"]) }
        #expect(throws: TemplateError.self) { try render("{{>*kind}}", ["kind": true]) }
        #expect(try render("{{>*kind}}", ["kind": .nothing]) == "")
    }
}
