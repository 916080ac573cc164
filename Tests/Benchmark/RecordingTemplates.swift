import Mustache
import Portal
import Synchronization

/// The templates, and what the last page handed to them.
final class RecordingTemplates: TemplateSource {
    struct Rendering: Sendable {
        let template: String
        let frame: Value
        let page: Value
    }

    let library: TemplateLibrary
    private let last = Mutex<Rendering?>(nil)

    init(folder: String) throws { library = try TemplateLibrary(folder: folder) }

    var lastRendering: Rendering? { last.withLock { $0 } }

    func render(_ template: String, frame: Value, page: Value, strict: Bool) throws -> [UInt8] {
        last.withLock { $0 = Rendering(template: template, frame: frame, page: page) }
        return try library.render(template, frame, page, strict: strict)
    }
}
