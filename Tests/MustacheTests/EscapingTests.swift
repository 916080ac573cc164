import Mustache
import Testing

struct EscapingTests {
    private let library: TemplateLibrary

    init() throws { library = try TemplateLibrary(sources: ["two": "{{.}}", "three": "{{{.}}}", "and": "{{&.}}"]) }

    /// The rule written plainly, to compare with.
    private func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            case "'": "&#39;"
            default: String(scalar)
            }
        }.joined()
    }

    @Test func `each of the five special characters is escaped at every place of a text`() throws {
        for special in ["&", "<", ">", "\"", "'"] {
            for length in 0..<40 {
                for place in 0...length {
                    let text = String(repeating: "a", count: place) + special + String(repeating: "b", count: length - place)
                    #expect(try library.render("two", .text(text)) == Array(escaped(text).utf8))
                }
            }
        }
    }

    @Test func `every other byte below 128 stays as it is`() throws {
        let text = String(String.UnicodeScalarView((0..<128).compactMap(Unicode.Scalar.init)))
        let page = try library.render("two", .text(text))
        #expect(page == Array(escaped(text).utf8))
        #expect(page.count == 128 + 4 + 3 + 3 + 5 + 4)
    }

    @Test func `a text of nothing but special characters is escaped whole`() throws {
        let text = String(repeating: "<\"'&>", count: 5_000)
        #expect(try library.render("two", .text(text)) == Array(escaped(text).utf8))
    }

    @Test func `text of more than one byte per character is untouched`() throws {
        for text in ["Fernández", "Öffnungszeiten — 北京市", "👩‍👩‍👧 e\u{301}", "\u{10FFFF}\u{0}\u{7F}ÿ"] {
            #expect(try library.render("two", .text(text)) == Array(text.utf8))
            #expect(try library.render("two", .text(text + "<" + text)) == Array("\(text)&lt;\(text)".utf8))
        }
    }

    @Test func `three braces and an ampersand insert a text as it is`() throws {
        #expect(try library.render("three", "<b>&'\"") == Array("<b>&'\"".utf8))
        #expect(try library.render("and", "<b>&'\"") == Array("<b>&'\"".utf8))
    }

    @Test func `markup is escaped by two braces and inserted by three`() throws {
        let markup = Value(markup: "<b>Fees & more</b>")
        #expect(try library.render("two", markup) == Array("&lt;b&gt;Fees &amp; more&lt;/b&gt;".utf8))
        #expect(try library.render("three", markup) == Array("<b>Fees & more</b>".utf8))
        #expect(try library.render("and", .markup([0x3C, 0xFF, 0x3E])) == [0x3C, 0xFF, 0x3E])
    }

    @Test func `a template's own text is never escaped`() throws {
        let library = try TemplateLibrary(sources: ["Page": "<p class='a'>\"&\"</p>"])
        #expect(try library.render("Page", [:]) == Array("<p class='a'>\"&\"</p>".utf8))
    }

    @Test func `a flag is written as a word and a number as digits`() throws {
        #expect(try library.render("two", true) == Array("true".utf8))
        #expect(try library.render("two", .flag(false)) == Array("false".utf8))
        #expect(try library.render("two", Value(Int.min)) == Array("-9223372036854775808".utf8))
    }
}
