import Foundation
import Mustache

/// Renders one template: JSON on standard input, the page on standard output, spaces as the Mustache specification says.
enum RenderCommand {
    static let subcommand = Subcommand(
        name: "render", usage: "render TEMPLATE [--partials DIR]",
        summary: "renders a template with the JSON on standard input", run: run)

    @Sendable private static func run(_ words: [String]) throws {
        let arguments = try Arguments(words, options: ["--partials"], plain: 1...1)
        let file = arguments.plain[0]
        guard let text = FileManager.default.contents(atPath: file) else {
            throw CommandError.inputOutput("\(file) cannot be read")
        }
        var sources: [String: String] = [:]
        if let folder = arguments.value("--partials") {
            guard FileManager.default.fileExists(atPath: folder) else { throw CommandError.inputOutput("\(folder) is not there") }
            for (name, content) in try ProgramFiles.files(in: folder) where name.hasSuffix(".mustache") {
                sources[String(name.dropLast(".mustache".count))] = try Self.text(content, name)
            }
        }
        sources[file] = try Self.text(Array(text), file)
        let value = try JSONData.read(FileHandle.standardInput.readDataToEndOfFile())
        do {
            let page = try TemplateLibrary(sources: sources, allowsMissing: true).render(file, value)
            try FileHandle.standardOutput.write(contentsOf: Data(page))
        } catch let error as TemplateError {
            throw CommandError.badData(error.description)
        }
    }

    private static func text(_ bytes: [UInt8], _ name: String) throws -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw CommandError.badData("\(name) is not UTF-8") }
        return text
    }
}
