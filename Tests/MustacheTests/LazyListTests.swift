import Mustache
import Synchronization
import Testing

struct LazyListTests {
    private static let row = Shape("name", "cells")
    private static let rows = Value.list(count: 3) { place in row(Value(place), .list(count: place) { Value($0) }) }

    @Test func `a list that is made one by one stands as one that is made at once`() throws {
        let library = try TemplateLibrary(sources: [
            "Page": "{{#rows}}[{{name}}:{{#cells}}{{.}},{{/cells}}{{^cells}}none{{/cells}}]{{/rows}}{{^rows}}empty{{/rows}}"
        ])
        let page = Shape("rows")
        #expect(String(decoding: try library.render("Page", page(Self.rows)), as: UTF8.self) == "[0:none][1:0,][2:0,1,]")
        let none = Value.list(count: 0) { _ in "never" }
        #expect(String(decoding: try library.render("Page", page(none), strict: true), as: UTF8.self) == "empty")
    }

    @Test func `each value is made when its turn comes, and none before`() throws {
        let made = Mutex<[Int]>([])
        let list = Value.list(count: 3) { place in
            made.withLock { $0.append(place) }
            return Value(place)
        }
        let library = try TemplateLibrary(sources: ["Page": "{{^list}}no{{/list}}{{#list}}{{.}}{{/list}}"])
        #expect(made.withLock { $0 }.isEmpty)
        #expect(String(decoding: try library.render("Page", Shape("list")(list)), as: UTF8.self) == "012")
        #expect(made.withLock { $0 } == [0, 1, 2])
    }

    @Test func `a lazy list is no text`() throws {
        let library = try TemplateLibrary(sources: ["Page": "{{rows}}"])
        let error = #expect(throws: TemplateError.self) {
            try library.render("Page", Shape("rows")(Self.rows), strict: true)
        }
        #expect(error?.found == "a list or an object as rows")
    }
}
