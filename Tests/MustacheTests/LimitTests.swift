import Foundation
import Mustache
import Testing

struct LimitTests {
    @Test(arguments: [
        ["Page": "{{>Page}}"],
        ["Page": "  {{>Page}}\n"],
        ["Page": "{{<Page}}{{$a}}x{{/a}}{{/Page}}"],
        ["Page": "a{{>Other}}", "Other": "b{{>Page}}"],
        ["Page": "{{#yes}}{{>Page}}{{/yes}}"],
        ["Page": "{{#list}}{{>*self}}{{/list}}"],
        ["Page": "{{<Layout}}{{$main}}{{>Page}}{{/main}}{{/Layout}}", "Layout": "{{$main}}{{/main}}"],
        ["Page": "{{<*self}}{{$a}}{{$a}}x{{/a}}{{/a}}{{/*self}}"],
    ])
    func `a recursion without end is an error and no stack overflow`(_ sources: [String: String]) throws {
        let library = try TemplateLibrary(sources: sources)
        let error = #expect(throws: TemplateError.self) {
            try library.render("Page", ["yes": true, "list": [1], "self": "Page"])
        }
        #expect(error?.found == "partials and sections within each other without end")
        #expect(error?.expected == "at most 200 deep")
    }

    @Test func `a recursion without end fits the stack of a small thread`() async throws {
        let library = try TemplateLibrary(sources: ["Page": "{{#list}}{{>*self}}{{/list}}"])
        let error = await withCheckedContinuation { continuation in
            let thread = Thread {
                do throws(TemplateError) {
                    _ = try library.render("Page", ["list": [["x"]], "self": "Page"])
                    continuation.resume(returning: TemplateError?.none)
                } catch {
                    continuation.resume(returning: error)
                }
            }
            thread.stackSize = 2 << 20  // Debug frames are larger; optimised ones fit a quarter of this.
            thread.start()
        }
        #expect(error?.expected == "at most 200 deep")
    }

    @Test func `a recursion ends with the data`() throws {
        let shape = Shape("name", "next")
        var chain = Value.nothing
        for number in (1...90).reversed() { chain = shape(Value(number), chain) }
        let library = try TemplateLibrary(sources: ["Node": "{{name}}{{#next}},{{>Node}}{{/next}}"])
        let expected = (1...90).map(String.init).joined(separator: ",")
        #expect(try library.render("Node", chain) == Array(expected.utf8))
    }

    @Test func `sections nest to a depth of 200 and no further`() throws {
        func nested(_ depth: Int) -> String {
            (0..<depth).map { "{{#a\($0)}}" }.joined() + "x" + (0..<depth).reversed().map { "{{/a\($0)}}" }.joined()
        }
        let data = Shape(names: (0..<200).map { "a\($0)" }).object(of: (0..<200).map { $0 % 2 == 0 ? ["b"] : true })
        #expect(try TemplateLibrary(sources: ["Page": nested(200)]).render("Page", data) == Array("x".utf8))
        let error = #expect(throws: TemplateError.self) { try TemplateLibrary(sources: ["Page": nested(201)]) }
        #expect(error?.found == "{{#a200}} within 200 open tags")
        #expect(error?.expected == "at most 200")
    }

    @Test func `a long chain of different partials is no recursion`() throws {
        var sources = ["Part1000": "end"]
        for number in 0..<1000 { sources["Part\(number)"] = "{{>Part\(number + 1)}}" }
        #expect(try TemplateLibrary(sources: sources).render("Part0", [:]) == Array("end".utf8))
    }

    @Test func `partials that double at each level stay small in memory`() throws {
        var sources = ["Part16": "x"]
        for number in 0..<16 { sources["Part\(number)"] = "{{>Part\(number + 1)}}{{#yes}}{{>Part\(number + 1)}}{{/yes}}" }
        #expect(try TemplateLibrary(sources: sources).render("Part0", ["yes": true]).count == 65_536)
    }

    @Test func `a template of ten megabytes is rendered as any other`() throws {
        let line = String(repeating: "A line of the permit's conditions. ", count: 299) + "{{fee}}\n"
        let template = String(repeating: line, count: 1_000)
        let page = try TemplateLibrary(sources: ["Page": template, "Outer": "  {{>Page}}\n"]).render("Outer", ["fee": "$5"])
        #expect(template.utf8.count > 10_000_000)
        #expect(page.count == template.utf8.count - 1_000 * 5 + 1_000 * 2)
        #expect(page.prefix(8) == ArraySlice("  A line".utf8))
        #expect(page.suffix(4) == ArraySlice(" $5\n".utf8))
    }

    @Test func `a text of ten megabytes is escaped as any other`() throws {
        let text = String(repeating: "<permit>", count: 1_250_000)
        let page = try TemplateLibrary(sources: ["Page": "{{.}}"]).render("Page", .text(text))
        #expect(page.count == 1_250_000 * ("permit".utf8.count + 8))
        #expect(page.suffix(14) == ArraySlice("&lt;permit&gt;".utf8))
    }
}
