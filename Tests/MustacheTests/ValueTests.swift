import Mustache
import Testing

struct ValueTests {
    private static let shape = Shape("number", "address", "late")

    @Test func `a shape gives values the names in their order`() throws {
        let library = try TemplateLibrary(sources: ["Page": "{{number}} {{address}}{{#late}} late{{/late}}"])
        let page = try library.render("Page", Self.shape("2026-1", "1 Fir St", true), strict: true)
        #expect(String(decoding: page, as: UTF8.self) == "2026-1 1 Fir St late")
    }

    @Test func `an object can be asked for its values by name`() {
        guard case .object(let object) = Self.shape("2026-1", "1 Fir St", .nothing) else {
            Issue.record("a shape made no object")
            return
        }
        guard case .text("1 Fir St") = object["address"], case .nothing = object["late"] else {
            Issue.record("the object holds other values")
            return
        }
        #expect(object["owner"] == nil)
    }

    @Test func `shapes of the same names in another order are told apart`() throws {
        let library = try TemplateLibrary(sources: ["Page": "{{a}}{{b}}"])
        #expect(try library.render("Page", Shape("a", "b")("1", "2")) == Array("12".utf8))
        #expect(try library.render("Page", Shape("b", "a")("1", "2")) == Array("21".utf8))
        #expect(try library.render("Page", Shape("a", "b")("3", "4")) == Array("34".utf8))
    }

    @Test func `an object without fields hides nothing`() throws {
        let library = try TemplateLibrary(sources: ["Page": "{{#inner}}{{a}}{{/inner}}"])
        #expect(try library.render("Page", Shape("a", "inner")("1", Shape()())) == Array("1".utf8))
    }

    @Test func `literals, optionals, numbers and sequences become values`() throws {
        let missing: String? = nil
        let values: Value = [
            "text", "in\("terpolated")", Value(missing), Value("there"), Value(42), true, .list(1...3) { Value($0) },
        ]
        let library = try TemplateLibrary(sources: ["Page": "{{#.}}<{{^.}}none{{/.}}{{#.}}{{.}}{{/.}}>{{/.}}"])
        let page = String(decoding: try library.render("Page", values), as: UTF8.self)
        #expect(page == "<text><interpolated><none><there><42><true><123>")
    }
}
