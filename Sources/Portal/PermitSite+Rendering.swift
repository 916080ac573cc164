import HTTP
import Mustache

extension PermitSite {
    /// The page within the frame that every page has.
    func render<P: Page>(_ page: P, for context: Context, status: Status) throws -> Response {
        let frame = try Frame(context: context, page: page).value
        let bytes = try templates.render(P.template, frame: frame, page: page.value, strict: configuration.isStrict)
        return .html(bytes, status: status)
    }
}

/// Where templates come from: loaded once, or again when their files change.
public protocol TemplateSource: Sendable {
    /// The page's bytes, from what every page has and what this one has. `strict` stops at a name that neither has.
    func render(_ template: String, frame: Value, page: Value, strict: Bool) throws -> [UInt8]
}

extension TemplateLibrary: TemplateSource {
    public func render(_ template: String, frame: Value, page: Value, strict: Bool) throws -> [UInt8] {
        try render(template, frame, page, strict: strict)
    }
}
