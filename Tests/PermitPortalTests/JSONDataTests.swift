import Foundation
import Mustache
import Testing

@testable import PermitPortal

struct JSONDataTests {
    private func render(_ template: String, _ json: String) throws -> String {
        let library = try TemplateLibrary(sources: ["page": template], allowsMissing: true)
        return String(decoding: try library.render("page", try JSONData.read(Data(json.utf8))), as: UTF8.self)
    }

    @Test(arguments: [
        ("1", "1"), ("-7", "-7"), ("1.21", "1.21"), ("1.0", "1"), ("0.1", "0.1"), ("1e3", "1000"),
        ("100000000000000000000", "100000000000000000000"),
        ("\"1.0\"", "1.0"), ("\"\"", ""), ("null", ""), ("\"\\u00e9\\n\"", "é\n"), ("9223372036854775807", "9223372036854775807"),
    ])
    func `a value is written as it was meant`(json: String, text: String) throws {
        #expect(try render("{{value}}", "{\"value\": \(json)}") == text)
    }

    @Test func `lists, objects and flags are sections`() throws {
        let json =
            #"{"people": [{"name": "Pat", "isIn": true}, {"name": "Sam", "isIn": false}], "none": [], "deep": {"er": {"est": "x"}}}"#
        #expect(try render("{{#people}}{{name}}{{#isIn}} in{{/isIn}};{{/people}}", json) == "Pat in;Sam;")
        #expect(try render("{{^none}}nobody{{/none}} {{deep.er.est}}", json) == "nobody x")
    }

    @Test(arguments: [
        "", "{", "{\"a\": }", "nonsense", "{\"a\": 1e999}", "{\"a\": 1e308}", "\u{FEFF}\u{1}",
        String(repeating: "[", count: 100_000),
    ])
    func `what is no JSON, or no number that can be held, is bad data`(json: String) throws {
        let error = try #require(throws: CommandError.self) { try JSONData.read(Data(json.utf8)) }
        #expect(error.code == 65 && error.message.hasPrefix("standard input "))
    }
}
