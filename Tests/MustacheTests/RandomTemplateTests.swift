import Mustache
import Testing

struct RandomTemplateTests {
    /// SplitMix64 with a fixed seed: a failure can be repeated.
    struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    static let pieces = [
        "{{", "}}", "{{{", "}}}", "{{#a}}", "{{^a}}", "{{/a}}", "{{$b}}", "{{/b}}", "{{<Part}}", "{{/Part}}", "{{>Part}}",
        "  {{>Page}}\n",
        "{{>*kind}}", "{{.}}", "{{a}}", "{{&a.b}}", "{{! c }}", "{{=| |=}}", "|a|", "|={{ }}=|", "\n", "\r\n", "\r", " ", "\t",
        "  ", "é", "a",
        "\u{0}", "{{$", "{{/", "=",
    ]

    static let data: Value = ["a": ["x", ["b": "<"], true], "kind": "Part", "b": .nothing]

    @Test(arguments: 0..<8 as Range<UInt64>)
    func `whatever a template holds, it is refused with an error or rendered`(_ seed: UInt64) throws {
        var generator = Generator(state: seed)
        var rendered = 0
        for _ in 0..<250 {
            let count = Int.random(in: 0...14, using: &generator)
            let page = (0..<count).compactMap { _ in Self.pieces.randomElement(using: &generator) }.joined()
            do throws(TemplateError) {
                let sources = ["Page": page, "Part": "{{#a}}\n{{$b}}\n  {{.}}{{/b}}\n{{/a}}"]
                _ = try TemplateLibrary(sources: sources, allowsMissing: true).render("Page", Self.data)
                rendered += 1
            } catch {
                #expect(error.line >= 1 && error.column >= 1 && error.line <= page.utf8.count + 1)
            }
        }
        #expect(rendered > 10)
    }

    @Test(arguments: 0..<4 as Range<UInt64>)
    func `a template without tags is its own page`(_ seed: UInt64) throws {
        var generator = Generator(state: seed)
        for _ in 0..<100 {
            let page = (0..<20).compactMap { _ in ["\n", "\r\n", " ", "é", "{", "}", "a"].randomElement(using: &generator) }
                .joined()
            if page.contains("{{") { continue }
            #expect(try TemplateLibrary(sources: ["Page": page]).render("Page", [:]) == Array(page.utf8))
        }
    }
}
