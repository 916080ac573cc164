import Mustache

/// A template is refused with a place, or rendered, twice the same; text of the data comes out escaped wherever the
/// template does not ask otherwise; a template without tags is its own page.
enum TemplateProperties {
    private static let mark = "<\u{7}>"
    /// One item in each list: lists within lists would make pages without end.
    private static let data = Shape("list", "object", "text", "yes", "no", "none", "kind")(
        [Shape("c")(.text(mark))], Shape("list", "text")(["y"], .text(mark)), .text(mark), true, false, .nothing, "Part")

    static func check(_ input: [UInt8]) {
        guard let text = String(validating: input, as: UTF8.self) else { return }
        let part = "{{#list}}\n{{$block}}\n  {{c}}{{/block}}\n{{/list}}{{^no}}{{text}}{{/no}}"
        do throws(TemplateError) {
            let library = try TemplateLibrary(sources: ["Page": text, "Part": part], allowsMissing: true)
            let page = try library.render("Page", data)
            hold(try library.render("Page", data) == page, "a template renders differently the second time")
            checkStrict(library, page)
            check(page, of: text)
        } catch {
            hold(isPlace(error.line, error.column, in: error.template == "Page" ? text : part), "no such place: \(error)")
        }
    }

    /// Strictness adds errors and changes no page.
    private static func checkStrict(_ library: TemplateLibrary, _ page: [UInt8]) {
        guard let strict = try? library.render("Page", data, strict: true) else { return }
        hold(strict == page, "a strict page is another")
    }

    private static func check(_ page: [UInt8], of text: String) {
        let hasTags = contains("{{", in: Array(text.utf8))
        hold(hasTags || page == Array(text.utf8), "a template without tags is not its own page")
        let asksForMarkup = text.utf8.contains { $0 == UInt8(ascii: "&") } || contains("{{{", in: Array(text.utf8))
        guard !asksForMarkup, !contains(mark, in: Array(text.utf8)) else { return }
        hold(!contains(mark, in: page), "text of the data comes out as markup")
    }

    private static func isPlace(_ line: Int, _ column: Int, in text: String) -> Bool {
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        return line >= 1 && line <= lines.count && column >= 1 && column <= lines[line - 1].count + 1
    }

    private static func contains(_ other: String, in bytes: [UInt8]) -> Bool {
        let other = Array(other.utf8)
        guard bytes.count >= other.count else { return false }
        return (0...bytes.count - other.count).contains { bytes[$0...].starts(with: other) }
    }
}
