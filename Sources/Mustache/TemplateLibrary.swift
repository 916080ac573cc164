import Foundation

/// The Mustache module: templates as the Mustache specification 1.4 says (comments, delimiters, interpolation, inverted
/// sections, partials, sections, inheritance, dynamic names; no lambdas), compiled when they are loaded.
///
/// Pages make `Value`s with `Shape`s and render a `Template`, all of it text in, HTML out. Everything that can be wrong
/// with a template without its data is a `TemplateError` at load; in strict mode a name without a value is one too.
/// Everything here is immutable once made and may be used from any thread. Knows no other module of the house.
public struct TemplateLibrary: Sendable {
    private let templates: [String: Template]

    /// From names ("Inspections/New") to texts. `allowsMissing` is what the specification says of partials and parents
    /// that do not exist: they are empty; otherwise they are errors.
    public init(sources: [String: String], allowsMissing: Bool = false) throws(TemplateError) {
        var parsed: [ParsedTemplate] = []
        for (name, text) in sources.sorted(by: { $0.key < $1.key }) {
            parsed.append(try ParsedTemplate(TemplateSource(name: name, text: text)))
        }
        let table = try TemplateLinker(parsed, allowsMissing: allowsMissing).link()
        var templates: [String: Template] = [:]
        for (program, source) in table.sources.enumerated() {
            templates[source.name] = Template(name: source.name, table: table, program: program)
        }
        self.templates = templates
    }

    /// All `.mustache` files in a folder and those below it, named by their paths: `Inspections/New.mustache` is
    /// "Inspections/New". Hidden files are left out. Throws `TemplateError`, or what reading a file threw.
    public init(folder: String) throws {
        var sources: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder) where path.hasSuffix(Self.suffix) {
            if path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) { continue }
            let name = String(path.dropLast(Self.suffix.count))
            let bytes = try Data(contentsOf: URL(fileURLWithPath: folder).appendingPathComponent(path))
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw TemplateError(template: name, found: "bytes that are not UTF-8", expected: "text")
            }
            sources[name] = text
        }
        try self.init(sources: sources)
    }

    private static let suffix = ".mustache"

    /// Resolved once by a page, then rendered without a look-up.
    public func template(_ name: String) -> Template? { templates[name] }

    public var names: [String] { templates.keys.sorted() }

    public func render(_ name: String, _ stack: Value..., strict: Bool = false) throws(TemplateError) -> [UInt8] {
        guard let template = templates[name] else {
            throw TemplateError(template: name, found: "no such template", expected: "one of the library")
        }
        return try template.render(stack: stack, strict: strict)
    }
}
