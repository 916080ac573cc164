import Foundation
import Mustache
import TestSupport
import Testing

struct LibraryTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func `a folder's templates are named by their paths`() throws {
        try folder.write("<{{$main}}{{/main}}>", to: "Layout.mustache")
        try folder.write("{{<Layout}}{{$main}}{{>Parts/Fee}}{{/main}}{{/Layout}}", to: "Inspections/New.mustache")
        try folder.write("{{fee}} é", to: "Parts/Fee.mustache")
        try folder.write("no template {{", to: "Parts/read-me.txt")
        try folder.write("{{", to: "Parts/.#Fee.mustache")
        try folder.write("{{", to: ".git/Fee.mustache")
        let library = try TemplateLibrary(folder: folder.path)
        #expect(library.names == ["Inspections/New", "Layout", "Parts/Fee"])
        #expect(String(decoding: try library.render("Inspections/New", ["fee": "$5"], strict: true), as: UTF8.self) == "<$5 é>")
    }

    @Test func `a broken file is an error that names it`() throws {
        try folder.write("fine", to: "Layout.mustache")
        try folder.write("<ul>\r\n{{#fees}}\r\n</ul>\r\n", to: "Fees/Index.mustache")
        let error = #expect(throws: TemplateError.self) { try TemplateLibrary(folder: folder.path) }
        #expect(error?.template == "Fees/Index")
        #expect(error?.line == 4)
        #expect(error?.expected == "{{/fees}} for the {{#fees}} of line 2")
    }

    @Test func `a file that is not UTF-8 is an error that names it`() throws {
        try folder.write("fine", to: "Layout.mustache")
        try Data([0x61, 0xFF, 0x62]).write(to: URL(fileURLWithPath: folder.file("Latin.mustache")))
        #expect(throws: TemplateError(template: "Latin", found: "bytes that are not UTF-8", expected: "text")) {
            try TemplateLibrary(folder: folder.path)
        }
    }

    @Test func `a folder that does not exist is an error`() {
        #expect(throws: (any Error).self) { try TemplateLibrary(folder: folder.file("none")) }
    }

    @Test func `the context stack is looked through from the innermost value`() throws {
        let template = try #require(try TemplateLibrary(sources: ["Page": "{{office}} {{title}} {{.}}"]).template("Page"))
        let frame: Value = ["office": "Aurora", "title": "Portal"]
        #expect(
            String(decoding: try template.render(frame, ["title": "Fees"], "$5", strict: true), as: UTF8.self) == "Aurora Fees $5"
        )
        #expect(template.name == "Page")
    }

    @Test func `a page is appended to what the buffer holds and left alone after an error`() throws {
        let template = try #require(try TemplateLibrary(sources: ["Page": "fee {{fee}}"]).template("Page"))
        var buffer = Array("a ".utf8)
        try template.render(["fee": "$5"], into: &buffer)
        #expect(buffer == Array("a fee $5".utf8))
        #expect(throws: TemplateError.self) { try template.render([:], strict: true, into: &buffer) }
        #expect(buffer == Array("a fee $5".utf8))
    }

    @Test func `a page may be of any size after one of any other`() throws {
        let template = try #require(try TemplateLibrary(sources: ["Page": "{{.}}"]).template("Page"))
        for size in [0, 1, 100_000, 3, 5_119, 5_120, 5_121, 200_000, 0, 17] {
            let text = String(repeating: "x", count: size)
            #expect(try template.render(.text(text)) == Array(text.utf8))
        }
    }

    @Test func `many threads render one template with equal results`() throws {
        let sources = [
            "Layout": "<{{$main}}{{/main}}>\n",
            "Page": "{{<Layout}}{{$main}}{{#rows}}{{>Row}}{{/rows}}{{/main}}{{/Layout}}",
            "Row": "{{n}}: {{name}}{{#rows}}({{>Row}}){{/rows}};",
        ]
        let row = Shape("n", "name", "rows")
        let rows = Value.list(0..<50) { row(Value($0), "O'Brien & Sons, contractors in Aurora", [row("x", "<b>", [])]) }
        let template = try #require(try TemplateLibrary(sources: sources).template("Page"))
        let expected = try template.render(["rows": rows])
        let equal = UnsafeMutableBufferPointer<Bool>.allocate(capacity: 400)
        defer { equal.deallocate() }
        equal.initialize(repeating: false)
        // Each iteration writes its own element only.
        nonisolated(unsafe) let results = equal  // because no two iterations touch the same element
        DispatchQueue.concurrentPerform(iterations: 400) { index in
            results[index] = (try? template.render(["rows": rows])) == expected
        }
        #expect(equal.allSatisfy { $0 })
        #expect(expected.count > 3_000)
    }
}
