import Mustache
import Testing

/// One case of a module of the Mustache specification 1.4: what it is about, a template, data, partials, and the page.
struct SpecificationCase: Sendable, CustomTestStringConvertible {
    let name: String
    let template: String
    let data: Value
    let partials: [String: String]
    let expected: String

    init(_ name: String, _ template: String, partials: [String: String] = [:], _ expected: String) {
        self.init(name, template, [:], partials: partials, expected)
    }

    init(_ name: String, _ template: String, _ data: Value, partials: [String: String] = [:], _ expected: String) {
        self.name = name
        self.template = template
        self.data = data
        self.partials = partials
        self.expected = expected
    }

    var testDescription: String { name }

    /// As the specification has it, partials that do not exist are empty.
    func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
        var sources = partials
        sources["the case"] = template
        let library = try TemplateLibrary(sources: sources, allowsMissing: true)
        let page = String(decoding: try library.render("the case", data), as: UTF8.self)
        #expect(page == expected, "\(name)", sourceLocation: sourceLocation)
        #expect(Array(page.utf8) == Array(expected.utf8), "\(name), byte for byte", sourceLocation: sourceLocation)
    }
}
